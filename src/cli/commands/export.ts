// `paperloom export`: the whole graph into a file, a folder (neo4j-admin) or onto the terminal's output, streamed.
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { isNodeError } from '../../ledger/fs-errors.ts';
import { EXPORT_FORMAT_NAMES, type ExportFormat } from '../../shared/api/export.ts';
import { AppError } from '../../shared/errors.ts';
import { findServer } from '../graph-access.ts';
import { openReadingStore } from '../open-reading-store.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { print, say } from '../terminal.ts';

const ADMIN = 'neo4j-admin';
interface Options {
  readonly format: ExportFormat | typeof ADMIN;
  readonly out: string;
}

export function exportCommand(): Command {
  const command = new Command('export')
    .description('Writes the whole graph for other programs. Formats in pairs (csv, parquet) have one file of nodes and one of edges.')
    .addOption(new Option('--format <format>', 'what to write').choices([...EXPORT_FORMAT_NAMES, ADMIN]).makeOptionMandatory())
    .requiredOption('--out <path>', `file to write, \`-\` for standard output; for ${ADMIN} a folder`);
  return addSettings(command, STORE_SETTINGS).action(async ({ format, out, ...settings }: Options) => {
    const config = configOf({ ...settings });
    const server = await findServer(config);
    if (format === ADMIN) {
      if (server) throw new AppError('store_locked', `the server at ${server.url} may write meanwhile; stop it for ${ADMIN}`);
      const { writeAdminCsv } = await import('../../export/neo4j-admin-csv.ts');
      const { store, close } = await openReadingStore(config);
      try {
        const { nodes, edges, command: line } = await writeAdminCsv(store, out, { labelPrefix: config.labelPrefix });
        say(`${nodes} nodes and ${edges} edges. On a stopped server with an empty database run:`);
        await print(line);
      } finally {
        await close();
      }
      return;
    }
    if (server) {
      const response = await fetch(`${server.url}/api/export/${format}`, { headers: { authorization: `Bearer ${server.token}` } });
      if (!response.ok || !response.body) throw new AppError('store_unavailable', `the server answered ${response.status}`);
      return writeOut(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), out);
    }
    const { openExport } = await import('../../export/open-export.ts');
    const { store, close } = await openReadingStore(config);
    try {
      await writeOut(Readable.from(openExport(format, store)), out);
    } finally {
      await close();
    }
  });
}

/** A file appears when it is whole. */
async function writeOut(from: Readable, out: string): Promise<void> {
  if (out === '-') return pipeline(from, process.stdout, { end: false });
  const half = join(dirname(out), `.paperloom-export-${process.pid}`);
  try {
    await pipeline(from, createWriteStream(half));
    renameSync(half, out);
  } catch (error) {
    rmSync(half, { force: true });
    if (isNodeError(error, 'ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENOSPC'))
      throw new AppError('not_readable', `${out} cannot be written: ${error.code}`, { cause: error });
    throw error;
  }
}
