#!/usr/bin/env python3
"""Fits the weights of src/extract/results/weights.ts: logistic regression over the signs that dump-pairs.mjs wrote.

usage: fit-weights.py PAIRS_JSONL OUT_TS [--c 0.2] [--threshold 0.32]

Prints recall and precision by threshold, five folds by paper beside the fit on everything. Needs numpy, scipy and scikit-learn.
"""
import argparse, json
from collections import Counter
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ap = argparse.ArgumentParser()
ap.add_argument('pairs'); ap.add_argument('out'); ap.add_argument('--c', type=float, default=0.2); ap.add_argument('--threshold', type=float, default=0.32)
a = ap.parse_args()
papers = [json.loads(line) for line in open(a.pairs)]
count = Counter(sign for p in papers for group in p['groups'] for pair in group for sign in pair['signs'])
signs = sorted(sign for sign, n in count.items() if n >= 8); index = {sign: i for i, sign in enumerate(signs)}

def fit(some):
    rows, columns, y = [], [], []
    for pair in (pair for p in some for group in p['groups'] for pair in group):
        for sign in pair['signs']:
            if sign in index: rows.append(len(y)); columns.append(index[sign])
        y.append(bool(pair['right']))
    X = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(y), len(signs)))
    model = LogisticRegression(C=a.c, max_iter=400, solver='liblinear').fit(X, y)
    return model.coef_[0], model.intercept_[0]

def decode(paper, weights, bias):
    """The likeliest pair of every number."""
    rated = lambda pair: bias + sum(weights[index[s]] for s in pair['signs'] if s in index)
    return [max(((rated(pair), pair) for pair in group), key=lambda x: x[0]) for group in paper['groups'] if group]

def score(decoded, threshold):
    right = predicted = 0
    for pairs in decoded:
        seen, taken, best = set(), set(), {}
        kept = [(z, pair) for z, pair in pairs if 1 / (1 + np.exp(-z)) >= threshold]
        for z, pair in kept:
            if len(pair['figure'].replace('.', '')) >= 3: best[pair['figure']] = max(best.get(pair['figure'], -9), z)
        for z, pair in kept:
            key = (pair['target'], pair['figure'])
            if pair['figure'] in best:
                if z < best[pair['figure']] or pair['figure'] in seen: continue
                seen.add(pair['figure'])
            if key in seen: continue
            seen.add(key); predicted += 1
            hit = next((i for i in pair['right'] if i not in taken), None)
            if hit is not None: taken.add(hit); right += 1
    wanted = sum(p['wanted'] for p in papers)
    return f'recall {right / wanted:.3f} precision {right / max(1, predicted):.3f}'

order = np.random.RandomState(7).permutation(len(papers)); held = [None] * len(papers)
for fold in range(5):
    weights, bias = fit([papers[i] for j, i in enumerate(order) if j % 5 != fold])
    for j, i in enumerate(order):
        if j % 5 == fold: held[i] = decode(papers[i], weights, bias)
weights, bias = fit(papers)
fitted = [decode(p, weights, bias) for p in papers]
for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5): print(f'threshold {threshold}: five folds {score(held, threshold)}, fit {score(fitted, threshold)}')
lines = ['// Weights of the signs that a number on a target is a reported result: logistic regression over the annotated papers of',
         '// `gold/train` and `gold/dev`, written by scripts/train/results. Above zero speaks for a result, below against; a sign without a',
         '// line says nothing.', '', f'export const BIAS = {round(float(bias), 2)};',
         '/** Where the precision on the annotated papers passes three quarters. */', f'export const THRESHOLD = {a.threshold};', '',
         'export const WEIGHTS: Readonly<Record<string, number>> = {']
lines += [f"  {json.dumps(sign)}: {round(float(w), 2)}," for sign, w in zip(signs, weights) if abs(w) >= 0.05]
open(a.out, 'w').write('\n'.join(lines + ['};', '']))
