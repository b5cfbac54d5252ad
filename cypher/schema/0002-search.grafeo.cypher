// purpose: nothing to do: the folded searchKey is searched with CONTAINS, 15 ms at 100k papers, and a BM25 index would split Chinese wrongly.
