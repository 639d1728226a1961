import { countyOf } from "../../../shared/contract/region.ts";
import type { contract } from "../../../shared/platform/villages/contract.ts";
import { County, isSetupCode, put, readPhone, Region, stableId, Village, type Change, type Refusal, type RouteGiven } from "../../core/implement.ts";
import { firstPostWrites } from "../offices/reads.ts";
import { officerWrites } from "../sign-in/reads.ts";
import { Opened } from "./rows.ts";
import { fitting } from "./settings.ts";

type Routes = (typeof contract)["routes"];
type GivenFor<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;

/** The region's first operator, made once by whoever has the setup code. */
export const begin = async ({ table, regionRow, facts, body, hash, newId, change, fail }: GivenFor<"begin">): Promise<Change | Refusal> => {
  if (!(await isSetupCode(body.setupCode))) return fail("wrong-setup-code");
  if ((regionRow?.operators.length ?? 0) > 0) return fail("already-begun");
  const phone = await readPhone(body.phone, facts.phoneCountries);
  if (!phone.ok) return fail("wrong-field", { field: "phone", reason: phone.reason });
  const id = newId();
  const region = regionRow ? { ...regionRow, operators: [id] } : { name: facts.name, operators: [id], counties: [], drilledAt: null };
  return change({
    writes: [put(Region, region, regionRow ? { version: regionRow.version } : "new"), ...(await officerWrites(table, await hash(phone.e164), { id, name: body.name, village: null }))],
    emits: { name: "begun", data: { operator: id } }, answer: { person: id },
  });
};

/** A county with its townships; its posts are given afterwards. */
export const openCounty = async ({ regionRow, facts, body, change, fail }: GivenFor<"openCounty">): Promise<Change | Refusal> => {
  if (!regionRow) return fail("not-found");
  if (body.id.length !== facts.areaCode.county) return fail("wrong-field", { field: "id", reason: "not-an-area-code" });
  const stray = body.townships.findIndex((each) => each.id.length !== facts.areaCode.township || !each.id.startsWith(body.id));
  if (stray >= 0) return fail("wrong-field", { field: `townships.${stray}.id`, reason: "not-an-area-code" });
  if (regionRow.counties.includes(body.id)) return fail("already-open");
  return change({
    opens: { at: "area", id: body.id },
    writes: [
      put(Region, { ...regionRow, counties: [...regionRow.counties, body.id] }, { version: regionRow.version }),
      put(County, { id: body.id, names: body.names, offices: {}, ended: {}, townships: Object.fromEntries(body.townships.map(({ id, names }) => [id, { names, offices: {} }])) }, "new"),
    ],
    emits: { name: "county-opened", data: { county: body.id } }, answer: { county: body.id },
  });
};

/** A village with its first secretary, who can sign in from now on. */
export const open = async (given: GivenFor<"open">): Promise<Change | Refusal> => {
  const { table, regionRow, facts, body, caller, hash, newId, now, change, fail } = given;
  if (body.id.length !== facts.areaCode.village) return fail("wrong-field", { field: "id", reason: "not-an-area-code" });
  if (!regionRow?.counties.includes(countyOf(facts, body.id))) return fail("county-not-open");
  if (await table.get(Opened, body.id)) return fail("already-open");
  const phone = await readPhone(body.secretary.phone, facts.phoneCountries);
  if (!phone.ok) return fail("wrong-field", { field: "secretary.phone", reason: phone.reason });
  const wrong = await fitting(body.settings);
  if (wrong) return fail("wrong-field", { field: `settings.${wrong.setting}`, reason: wrong.reason });
  const { name, house } = body.secretary;
  const secretary = house ? stableId(`${body.id}|${house}|${name}`) : newId();
  const at = now.toISOString();
  return change({
    opens: { at: "village", id: body.id },
    writes: [
      put(Village, { id: body.id, names: body.names, residents: 0, households: 0, offices: { secretary: [secretary] }, ended: {}, settings: body.settings, off: body.off, doors: body.doors, openedAt: at }, "new"),
      put(Opened, { village: body.id, at }, "new"),
      ...(await firstPostWrites(table, body.id, { office: "secretary", person: secretary, since: at, by: caller.person!, alone: true })),
      ...(await officerWrites(table, await hash(phone.e164), { id: secretary, name, village: body.id })),
    ],
    emits: { name: "opened", data: { village: body.id, secretary } }, answer: { village: body.id, secretary },
  });
};
