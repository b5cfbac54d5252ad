#!/usr/bin/env python3
"""Trains the name classifier on the lexicon's own names: which type a name sounds like.

usage: train-names.py LEXICON_DIR OUT_JSON [--holdout]

Hashes n-grams as src/extract/name-classifier.ts does. Needs numpy, scipy and scikit-learn.
"""
import base64, json, re, sys
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

CLASSES = ['field', 'method', 'model', 'benchmark', 'stop']
BUCKETS = 1 << 14
def hashes(name):
    name = re.sub(r'\d', '0', name[:60]); name = re.sub(r'[A-Z]', lambda m: '\x01' + m.group().lower(), name); text = '^' + name + '$'
    units = [int.from_bytes(text.encode('utf-16-le')[i:i + 2], 'little') for i in range(0, len(text.encode('utf-16-le')), 2)]
    for i in range(len(units)):
        h = 0x811c9dc5
        for n in range(4):
            if i + n >= len(units): break
            c = units[i + n]; h = ((h ^ (c & 255)) * 0x01000193) & 0xffffffff; h = ((h ^ (c >> 8)) * 0x01000193) & 0xffffffff
            yield (h ^ (h >> 15)) & 0xffffffff
folder, out = sys.argv[1:3]
names, labels = [], []
for i, file in enumerate(['fields', 'methods', 'models', 'benchmarks', 'stop']):
    for line in open(f'{folder}/{file}.jsonl'):
        e = json.loads(line)
        for form in {e['name'], e.get('zh') or e['name'], *e.get('aliases', [])[:6]}: names.append(form); labels.append(i)
rows, cols, vals = [], [], []
for r, name in enumerate(names):
    hs = list(hashes(name)); w = 1 / np.sqrt(len(hs) or 1)
    for h in hs: rows.append(r); cols.append(h & (BUCKETS - 1)); vals.append(w)
X = csr_matrix((vals, (rows, cols)), shape=(len(names), BUCKETS)); y = np.array(labels)
if '--holdout' in sys.argv:
    test = np.arange(len(y)) % 5 == 0
    m = LogisticRegression(C=2, max_iter=300).fit(X[~test], y[~test]); print('held-out accuracy', m.score(X[test], y[test]))
m = LogisticRegression(C=2, max_iter=300).fit(X, y)
scale = float(np.abs(m.coef_).max() / 127)
W = np.clip(np.round(m.coef_ / scale), -127, 127).astype(np.int8)
json.dump(dict(buckets=BUCKETS, scale=scale, weights=[base64.b64encode(w.tobytes()).decode() for w in W], bias=[float(b) for b in m.intercept_]), open(out, 'w'))
