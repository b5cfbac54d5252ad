#!/usr/bin/env node
// The command line: runs one command; expected failures become one sentence and an exit code, anything else is a bug and shows its stack.
import { CommanderError } from 'commander';
import { readConfig } from '../config.ts';
import { AppError, ERRORS } from '../shared/errors.ts';
import { makeProgram } from './program.ts';
import { formatError, handleClosedPipe, say } from './terminal.ts';

handleClosedPipe();
try {
  await makeProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof AppError) {
    say(formatError(error, languageOfMessages()));
    process.exitCode = ERRORS[error.code].exitCode;
  } else throw error;
}

function languageOfMessages(): 'en' | 'zh' {
  const at = process.argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = process.argv[at]?.split('=')[1] ?? process.argv[at + 1];
  if (at >= 0 && (asked === 'zh' || asked === 'en')) return asked;
  try {
    return readConfig().lang === 'zh' ? 'zh' : 'en';
  } catch (error) {
    if (error instanceof AppError) return 'en';
    throw error;
  }
}
