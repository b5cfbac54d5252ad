// Runs one command in this process: expected failures become one sentence and an exit code, anything else is a bug and is thrown.
import { CommanderError } from 'commander';
import { readConfig } from '../config.ts';
import { AppError, ERRORS } from '../shared/errors.ts';
import { makeProgram } from './program.ts';
import { formatError, say } from './terminal.ts';

/** `args`: the words after the program's name. Sets `process.exitCode`. */
export async function runCommand(args: readonly string[]): Promise<void> {
  try {
    await makeProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof AppError) {
      say(formatError(error, languageOfMessages(args)));
      process.exitCode = ERRORS[error.code].exitCode;
    } else throw error;
  }
}

function languageOfMessages(args: readonly string[]): 'en' | 'zh' {
  const at = args.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = args[at]?.split('=')[1] ?? args[at + 1];
  if (at >= 0 && (asked === 'zh' || asked === 'en')) return asked;
  try {
    return readConfig().lang === 'zh' ? 'zh' : 'en';
  } catch (error) {
    if (error instanceof AppError) return 'en';
    throw error;
  }
}
