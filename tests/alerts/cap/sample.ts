/** A small message of a county's weather office; tests change a part of it. */
export const sample = (change: (xml: string) => string = (xml) => xml): string => change(`<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>zj-2026-0714-1</identifier>
  <sender>weather@county.example</sender>
  <sent>2026-07-14T09:26:51+08:00</sent>
  <status>Actual</status>
  <msgType>Alert</msgType>
  <scope>Public</scope>
  <info>
    <language>zh-CN</language>
    <category>Met</category>
    <event>山洪灾害橙色预警</event>
    <urgency>Expected</urgency>
    <severity>Severe</severity>
    <certainty>Likely</certainty>
    <expires>2026-07-14T21:00:00+08:00</expires>
    <headline>山洪灾害橙色预警</headline>
    <instruction>离开河沟，往高处走。</instruction>
    <area>
      <areaDesc>芷江县</areaDesc>
      <polygon>27.1,109.5 27.2,109.5 27.2,109.6 27.1,109.5</polygon>
      <geocode><valueName>区划代码</valueName><value>431228000000</value></geocode>
    </area>
  </info>
</alert>`);
