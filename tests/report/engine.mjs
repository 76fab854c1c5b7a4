// node engine.mjs ENGINE.wasm MODEL QUESTIONS: the engine's answers to questions, a line each, as a page asks them.
import fs from 'node:fs';
import readline from 'node:readline';

const module = new WebAssembly.Module(fs.readFileSync(process.argv[2]));
const imports = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) {
  imports[from] ??= {};
  imports[from][name] = name === 'proc_exit' ? () => { throw new Error('the engine ended'); } : () => 52;
}
const { exports } = new WebAssembly.Instance(module, imports);
exports._initialize();
const give = (bytes, call) => {
  const at = exports.try_alloc(bytes.length + 1);
  new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
  const answer = call(at, bytes.length);
  exports.try_free(at);
  return answer === 0 ? null : new TextDecoder().decode(new Uint8Array(exports.memory.buffer, answer, exports.try_length()));
};
const wrong = give(fs.readFileSync(process.argv[3]), exports.try_model);
if (wrong) throw new Error(wrong);
for await (const line of readline.createInterface({ input: fs.createReadStream(process.argv[4]) })) {
  if (line.trim()) process.stdout.write(give(Buffer.from(line), exports.try_ask) + '\n');
}
