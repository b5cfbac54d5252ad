// Types of neo4j-local.mjs, for tests that start a server.
export interface LocalServer {
  uri: string;
  port: number;
  pid: number;
  home: string;
  version: string;
  auth: boolean;
}
export const VERSION: string;
export class CannotRunHere extends Error {}
export function provision(): string;
export function current(home: string): LocalServer | null;
export function start(options: { home: string; port?: number; password?: string; isShortLived?: boolean }): Promise<LocalServer>;
export function stop(options: { home: string }): Promise<boolean>;
export function admin(options: { home: string; args: string[] }): string;
