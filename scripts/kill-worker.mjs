// The process that scripts/kill-test.mjs kills: writes a history into an embedded store until it is done, or dead.
import { readFileSync } from 'node:fs';
import { replay } from './kill-test.mjs';

const { GrafeoStore } = await import(new URL('../dist/store/grafeo/grafeo-store.js', import.meta.url).href);
const [path, history] = process.argv.slice(2);
const steps = JSON.parse(readFileSync(history, 'utf8'));
const store = await GrafeoStore.open({ path });
await store.migrate();
process.stdout.write('writing\n');
await replay(store, steps);
await store.close();
