#!/usr/bin/env node
// The command line as a process.
import { runCommand } from './run-command.ts';
import { handleClosedPipe } from './terminal.ts';

handleClosedPipe();
await runCommand(process.argv.slice(2));
