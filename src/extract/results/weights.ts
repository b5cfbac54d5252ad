// placeholder
export const BIAS = 0;
export const THRESHOLD = 0.5;
export const WEIGHTS: Readonly<Record<string, number>> = {};
