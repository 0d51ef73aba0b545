import { writeFileSync } from "node:fs";
import { as, base, clock, code, delivered, mail, sql, until } from "./fixture.mjs";
const wants = [["20203001","enrollment"],["20203001","transcript"],["20203001","tuition-payment"],["20233002","leave-of-absence"],["20213003","degree"],["20213003","conferral"],["20213003","transcript"],["20223004","course-completion"],["20223005","termination"]];
const only = process.argv[2] ? process.argv[2].split(",") : null;
const langs = process.argv[3]?.split(",") ?? ["ko","en","ja"];
for (const [who,type] of wants) {
  if (only && !only.includes(type)) continue;
  const b = await as(who, "demo-Student-2025");
  for (const language of langs) {
    if (type === "tuition-payment" && language !== "ko") continue;
    const since = await delivered();
    const p = await b.submit(await b.get("/certificates"), { type, language, copies: 1 }, { action: "/certificates" });
    if (!p.url.includes("/code")) { console.log(who,type,language,p.status,p.codes,p.url, p.text.slice(0,300)); continue; }
    const letter = await mail({ kind: "step-up-code", since });
    const old = b.jar.get("session");
    const q = await b.submit(p, { code: code(letter) }, { action: "/certificates/code" });
    const serial = q.one("[data-serial]")?.getAttribute("data-serial");
    console.log(who, type, language, q.sent?.status, q.codes, serial, old !== b.jar.get("session"), q.say("[data-step]"));
    if (serial) { const f = await b.get(`/documents/${serial}.pdf`); writeFileSync(`/tmp/certs/${type}-${who}-${language}.pdf`, f.bytes); }
  }
}
