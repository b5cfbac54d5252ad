// The newest digest this browser had seen before this visit, so that "new since my last visit" means something.
const KEY = 'paperloom.newestSeen';
let before: string | null | undefined;

/** Remembers `newest` for the next visit; answers what the visit before had, or null on the first. */
export function readLastVisit(newest: string | null): string | null {
  if (before === undefined) {
    try {
      before = localStorage.getItem(KEY);
      if (newest !== null) localStorage.setItem(KEY, newest);
    } catch {
      // A private window may keep nothing: then there is no last visit.
      before = null;
    }
  }
  return before;
}
