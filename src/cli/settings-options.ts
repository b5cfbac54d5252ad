// Settings as options of commands: one table (config.ts) makes flags, help and values.
import { type Command, Option } from 'commander';
import { type Config, envNameOf, readConfig, SETTINGS, type SettingName } from '../config.ts';
import { sayDiagnostics } from './terminal.ts';

export const STORE_SETTINGS = [
  'dataDir',
  'store',
  'neo4jUser',
  'neo4jDatabase',
  'labelPrefix',
  'lockWaitMs',
  'lang',
] as const satisfies readonly SettingName[];

export function addSettings(command: Command, names: readonly SettingName[]): Command {
  for (const name of names) {
    const { flag, help, default: fallback } = SETTINGS[name];
    if (flag) command.addOption(new Option(flag, `${help} [${envNameOf(name)}${fallback ? `, default ${fallback}` : ''}]`));
  }
  return command;
}

/** Commander's values back to settings; findings about the configuration file are said. */
export function configOf(options: Readonly<Record<string, unknown>>): Config {
  const flags: Partial<Record<SettingName, string>> = {};
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const value = options[optionKeyOf(name)];
    if (typeof value === 'string') flags[name] = value;
  }
  const config = readConfig({ flags });
  sayDiagnostics(config.diagnostics);
  return config;
}

/** The key under which commander keeps a flag: `--data-dir` is `dataDir`. */
function optionKeyOf(name: SettingName): string {
  const { flag } = SETTINGS[name];
  return flag ? new Option(flag).attributeName() : name;
}
