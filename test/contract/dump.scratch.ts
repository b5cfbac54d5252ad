import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { makeSyntheticPatch } from './make-graph.ts';
test('d', () => { const p = []; for (let i = 0; i < 5000; i += 500) p.push(makeSyntheticPatch(i, i + 500)); writeFileSync('/tmp/gx/patches.json', JSON.stringify(p)); });
