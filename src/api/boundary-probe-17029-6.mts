import * as thing from 'express';
export const used: unknown = thing;
