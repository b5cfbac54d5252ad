// Puts the settings table of src/config.ts into README.md, between its markers. A drift test holds the two together.
import { readFileSync, writeFileSync } from 'node:fs';
import { renderSettingsTable } from '../dist/config.js';

const file = new URL('../README.md', import.meta.url);
const readme = readFileSync(file, 'utf8');
writeFileSync(
  file,
  readme.replace(/<!-- settings -->[\s\S]*<!-- \/settings -->/, `<!-- settings -->\n${renderSettingsTable()}\n<!-- /settings -->`),
);
