// What the file system says, in our words.
import { AppError } from '../shared/errors.ts';

export function isNodeError(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}

/** Runs a step that writes into the data folder; a folder that cannot be written is an expected failure. */
export function writing<T>(folder: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (isNodeError(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'))
      throw new AppError('folder_read_only', folder, { cause: error });
    if (isNodeError(error, 'ENOSPC', 'EDQUOT')) throw new AppError('folder_read_only', `${folder} (no space left)`, { cause: error });
    throw error;
  }
}
