// The typed dictionary: English defines the keys, every language has all of them or does not compile.
import type { Lang } from '../../../src/shared/ontology.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Widen<T> = T extends string ? string : T extends (...args: never[]) => string ? T : { readonly [K in keyof T]: Widen<T[K]> };
export type Dictionary = Widen<typeof en>;

export const DICTIONARIES: Readonly<Record<Lang, Dictionary>> = { en, zh };
