// What users do, in a real Chromium on the bundled samples: tables of tasks, each failing on any console error as well.
import { describe, test } from 'vitest';
import { CHANGE_TASKS } from './tasks/change.ts';
import { CONSOLE_TASKS } from './tasks/console.ts';
import { FIND_TASKS } from './tasks/find.ts';
import { MAP_TASKS } from './tasks/map.ts';
import { PAGE_TASKS } from './tasks/page.ts';
import { TOOL_TASKS } from './tasks/tools.ts';
import { VIEW_TASKS } from './tasks/views.ts';
import { withPages } from './with-pages.ts';

const pages = withPages();

describe.each([
  ['map', MAP_TASKS],
  ['find', FIND_TASKS],
  ['page', PAGE_TASKS],
  ['view', VIEW_TASKS],
  ['console', CONSOLE_TASKS],
  ['tool', TOOL_TASKS],
  // Last: what these add stays.
  ['change', CHANGE_TASKS],
])('%s', (_group, tasks) => {
  test.each(tasks)('$name', (task) => pages().run(task));
});
