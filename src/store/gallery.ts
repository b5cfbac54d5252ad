// The questions under cypher/gallery: a title in both languages, parameters with a value to try, and the text as the console runs it.
import { readdirSync, readFileSync } from 'node:fs';
import type { GalleryItem } from '../shared/api/gallery.ts';
import { CYPHER_DIR, stripComments } from './query-text.ts';

const FOLDER = `${CYPHER_DIR}gallery/`;

export function readGallery(): GalleryItem[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => parseGalleryItem(file.slice(0, -'.cypher'.length), readFileSync(`${FOLDER}${file}`, 'utf8')));
}

export function parseGalleryItem(id: string, text: string): GalleryItem {
  const title = (lang: string): string => new RegExp(`^// ${lang}: (.+)$`, 'm').exec(text)?.[1]?.trim() ?? id;
  const params = [...text.matchAll(/^\/\/ @param (\w+) = (.*)$/gm)].map(([, name = '', example = '']) => ({
    name,
    example: example.trim(),
  }));
  return { id, title: { en: title('en'), zh: title('zh') }, query: stripComments(text), params };
}
