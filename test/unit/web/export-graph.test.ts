import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { linksCsv, papersBibtex } from '../../../web/src/state/export-data.ts';
import { toGexf, toGraphMl } from '../../../web/src/state/export-graph.ts';
import { DEFAULT_VIEW } from '../../../web/src/state/view-state.ts';
import { selectVisible } from '../../../web/src/state/visible.ts';
import { edge, makeModel, node } from './make-model.ts';

const HOSTILE = `<img src=x onerror="alert(1)">&amp;]]>\u0000\u0008\uD800 \u202Eevil 🤖 =cmd()\n${'很长'.repeat(2_500)}`;
const model = makeModel(
  [node('paper:2602.10575', { name: HOSTILE }), node('method:grpo', { name: '=cmd()', nameZh: '组相对策略优化' }), node('field:hidden')],
  [edge('paper:2602.10575', 'USES', 'method:grpo'), edge('paper:2602.10575', 'IN_FIELD', 'field:hidden')],
);
const visible = selectVisible(model, { ...DEFAULT_VIEW, hiddenTypes: ['field'] });

test.each([
  ['GEXF', toGexf],
  ['GraphML', toGraphMl],
])('%s is well-formed whatever names hold, and has only what is on screen', (_name, write) => {
  const text = write(model, visible);
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).not.toContain('<img');
  expect(text).not.toContain('field:hidden');
  expect(text.match(/<node /g)).toHaveLength(2);
  expect(text.match(/<edge /g)).toHaveLength(1);
  const parsed = JSON.stringify(new XMLParser({ ignoreAttributes: false }).parse(text));
  expect(parsed).toContain('组相对策略优化');
  expect(parsed).toContain('🤖');
});

test('CSV cells that a spreadsheet would run are text', () => {
  expect(linksCsv(model, visible)).toContain(`,'=cmd(),`);
});

test('BibTeX keeps one entry a paper, braces balanced', () => {
  const text = papersBibtex(model, visible);
  expect(text.match(/^@misc\{/gm)).toHaveLength(1);
  const unescaped = text.replace(/\\[{}]/g, '');
  expect(unescaped.match(/\{/g)?.length).toBe(unescaped.match(/\}/g)?.length);
});
