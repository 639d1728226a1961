import { describe, expect, it } from "vitest";
import { fits, searched, soughtFor } from "../../functions/core/find-match.ts";
import { readings } from "../../functions/core/pinyin.ts";

const SAID = "村cun 组zu 家jia 户hu 人ren 水shui 库ku 电dian 路lu 桥qiao 田tian 地di 山shan 河he 江jiang 溪xi 沟gou 坡po 岭ling 湾wan 坪ping 塘tang 洞dong 冲chong 坳ao 垅long 寨zhai 堡bao 屯tun 庄zhuang 店dian 集ji 镇zhen 乡xiang 县xian 市shi 省sheng 老lao 小xiao 大da 中zhong 上shang 下xia 东dong 西xi 南nan 北bei 前qian 后hou 左zuo 右you 米mi 谷gu 麦mai 豆dou 油you 菜cai 茶cha 果guo 橙cheng 橘ju 猪zhu 牛niu 羊yang 鸡ji 鸭ya 鱼yu 狗gou 马ma 医yi 药yao 病bing 保bao 险xian 钱qian 账zhang 票piao 证zheng 章zhang 表biao 票piao 选xuan 举ju 会hui 议yi 通tong 知zhi 告gao 修xiu 建jian 房fang 屋wu 门men 牌pai 号hao 火huo 雨yu 雪xue 风feng 雷lei 洪hong 涝lao 旱han 泥ni 石shi 流liu 滑hua 塌ta 撤che 离li 转zhuan 移yi 安an 全quan 学xue 校xiao 孩hai 娃wa 爷ye 奶nai 爸ba 妈ma 书shu 记ji 主zhu 任ren 员yuan 干gan 部bu 绿lu 女nu 略lue 儿er 日ri 热re 鹅e 欧ou".split(" ");
const VILLAGES: readonly (readonly [string, string])[] = [["青山村", "qingshancun"], ["河口乡", "hekouxiang"], ["麻阳", "mayang"], ["清河县", "qinghexian"], ["黎平", "liping"], ["岩脚寨", "yanjiaozhai"], ["石板塘", "shibantang"], ["枫木坳", "fengmuao"], ["龙潭", "longtan"], ["大坝", "daba"], ["芷江", "zhijiang"], ["铜仁", "tongren"]];
const SURNAMES = ["单shan", "解xie", "仇qiu", "曾zeng", "查zha", "朴piao", "区ou", "翟zhai", "覃qin", "任ren", "盖ge", "燕yan", "尉wei", "种chong", "召shao", "缪miao"];

describe("how characters sound", () => {
  it.each([["everyday characters", SAID], ["surnames", SURNAMES]])("is known of %s", (_, list) => {
    expect(list.filter((each) => !readings([...each][0]!).includes([...each].slice(1).join("")))).toEqual([]);
  });
  it("is known of villages' names", () => {
    for (const [name, said] of VILLAGES) expect(fits(soughtFor(said)!, searched(name)), name).toBeGreaterThanOrEqual(160);
  });
  it("lets both readings of a character be looked for", () => {
    for (const said of ["zhangsha", "changsha"]) expect(fits(soughtFor(said)!, searched("长沙"))).toBeGreaterThan(0);
    for (const said of ["xiejiawan", "jiejiawan", "xjw"]) expect(fits(soughtFor(said)!, searched("解家湾"))).toBeGreaterThan(0);
  });
});

describe("what somebody looks for", () => {
  it.each([["tongzhi"], ["tz"], ["tzhi"], ["tongz"], ["通之"], ["同志"], ["tonzhi"], ["tongzi"]])("%s finds a 通知", (sought) => { expect(fits(soughtFor(sought)!, searched("停水通知"))).toBeGreaterThan(0); });
  it.each([["水电"], ["选举"], ["xuanju"], ["jc"], ["k"]])("%s does not", (sought) => { expect(fits(soughtFor(sought)!, searched("停水通知"))).toBe(0); });
  it("may have one character wrong, missing or too many where three or more are written", () => {
    for (const sought of ["停水通吱", "停通知", "停水的通知", "停电通知"]) expect(fits(soughtFor(sought)!, searched("停水通知")), sought).toBeGreaterThan(0);
    expect(fits(soughtFor("修路通告")!, searched("停水通知"))).toBe(0);
  });
  it("puts what is written so before what only sounds so", () => {
    const [written, sounds, begins] = ["公告", "公高", "gg"].map((sought) => fits(soughtFor(sought)!, searched("村里公告")));
    expect(written).toBeGreaterThan(sounds!);
    expect(sounds).toBeGreaterThan(begins!);
  });
  it("is compared in whole words: each must stand somewhere", () => {
    expect(fits(soughtFor("停水 三组")!, searched("停水通知"), searched("三组明天停水"))).toBeGreaterThan(0);
    expect(fits(soughtFor("停水 五组")!, searched("停水通知"), searched("三组明天停水"))).toBe(0);
  });
  it("is nothing where only signs were written", () => { expect(soughtFor(" ？！ ")).toBeNull(); });
  it("takes no time however it is written", () => {
    const long = searched("停水通知".repeat(100));
    const began = performance.now();
    for (const sought of ["a".repeat(60), "tztztztztztztztztztztztztztztzq", "停水".repeat(30)]) fits(soughtFor(sought)!, long);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
