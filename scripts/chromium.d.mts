// Types of chromium.mjs, for the browser tests.
export const CHROMIUM_FLAGS: string[];
export function findChromium(): string | null;
export function installChromium(): void;
