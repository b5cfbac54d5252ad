#!/usr/bin/env python3
"""Trains the reranker: one forest of small boosted trees a kind, over the features that dump-candidates.mjs wrote.

usage: train-reranker.py DATA_DIR OUT_JSON [--trees N] [--leaves N] [--no-crf] [--folds 5] [--share S] [--only SOURCE]

Prints cross-validated precision, recall and F1 (core mentions, five folds by paper), sets thresholds and calibration from
the out-of-fold probabilities, then trains on everything and writes the weights. With --share or --only (a point of the
learning curve: that share of each fold's training papers, those of one gold folder) it prints the scores and writes nothing. Needs numpy, scikit-learn and lightgbm.
"""
import argparse, hashlib, json
import numpy as np, lightgbm as lgb
from sklearn.isotonic import IsotonicRegression

ap = argparse.ArgumentParser()
ap.add_argument('data'); ap.add_argument('out')
ap.add_argument('--trees', type=int, default=140); ap.add_argument('--leaves', type=int, default=15)
ap.add_argument('--no-crf', action='store_true'); ap.add_argument('--folds', type=int, default=5)
ap.add_argument('--fold-models', help='folder for the weights of each fold, for cross-validation of the whole reader')
ap.add_argument('--share', type=float, default=1.0); ap.add_argument('--only', help='end of the name of a gold folder')
a = ap.parse_args()
meta = json.load(open(f'{a.data}/docs.json')); docs, KINDS, NAMES = meta['docs'], meta['kinds'], meta['features']
X = np.fromfile(f'{a.data}/features.bin', dtype=np.float32).reshape(-1, len(NAMES))
if a.no_crf:
    for i, n in enumerate(NAMES):
        if n.startswith('crf:') or n == 'source:crf': X[:, i] = 0
doc_of = np.repeat(np.arange(len(docs)), [len(d['candidates']) for d in docs])
cands = [c for d in docs for c in d['candidates']]
fold = np.array([int(hashlib.md5(d['id'].encode()).hexdigest(), 16) % a.folds for d in docs])
extra = np.array([d['extra'] for d in docs])
weight = np.array([d['weight'] for d in docs])
# Learned from in a point of the learning curve: a fixed order of papers, the first of it.
learned = np.array([a.only is None or d['source'].endswith(a.only) for d in docs])
learned &= np.array([int(hashlib.md5(('share' + d['id']).encode()).hexdigest(), 16) % 10_000 < a.share * 10_000 for d in docs])
BASE = dict(objective='binary', learning_rate=0.06, num_leaves=a.leaves, min_data_in_leaf=15, feature_fraction=0.5, bagging_fraction=0.8,
            bagging_freq=1, lambda_l2=5, verbose=-1, num_threads=1, seed=1, deterministic=True, force_row_wise=True)
SALIENCE_WEIGHT = {None: 1.0, 'core': 1.0, 'minor': 0.3, 'optional': 0.0, 'duplicate': 0.0}

def target(kind):
    labels = [c['labels'].get(kind) for c in cands]
    y = np.array([l in ('core', 'minor') for l in labels], dtype=float)
    w = np.array([SALIENCE_WEIGHT[l] for l in labels]) * weight[doc_of]
    return y, w

def rounds(y): return a.trees if y.sum() > 400 else max(30, a.trees // 2)

P = np.zeros((len(cands), len(KINDS))); fold_boosters = [{} for _ in range(a.folds)]
for k, kind in enumerate(KINDS):
    y, w = target(kind)
    for f in range(a.folds):
        train = (fold[doc_of] != f) & learned[doc_of]
        booster = lgb.train(BASE, lgb.Dataset(X[train], y[train], weight=w[train]), num_boost_round=rounds(y))
        fold_boosters[f][kind] = booster; P[~train, k] = booster.predict(X[~train])

EXCLUSIVE = [['method/proposes', 'model/proposes', 'benchmark/introduces', 'dataset/introduces'], ['method/proposes', 'method/uses', 'method/compares'],
             ['model/proposes', 'model/compares'], ['benchmark/introduces', 'benchmark/evaluates'], ['dataset/introduces', 'dataset/trains']]
EX = [[KINDS.index(k) for k in g] for g in EXCLUSIVE]
starts = np.concatenate([[0], np.cumsum([len(d['candidates']) for d in docs])])

def chosen(th):
    M = P / np.maximum(th, 1e-6); K = M >= 1
    for g in EX:
        sub = np.where(K[:, g], M[:, g], -1); best = sub.argmax(1)
        for j, k in enumerate(g): K[:, k] &= (best == j)
    return K

def tally(th, which=lambda d: True, correct=None):
    K = chosen(th); T = {}
    def bump(k, i):
        for z in (k, 'type:' + k.split('/')[0], 'all'): T.setdefault(z, [0, 0, 0])[i] += 1
    for di, d in enumerate(docs):
        if d['extra'] or not which(d): continue
        got = []
        for ci in range(starts[di], starts[di + 1]):
            c = cands[ci]
            for k in np.nonzero(K[ci])[0]:
                got.append((KINDS[k], set(c['keys'][KINDS[k].split('/')[0].replace('dataset', 'benchmark')]), ci, k))
        want = [(w['kind'], set(w['keys']), w['salience']) for w in d['wanted']]; taken, pair = set(), {}
        for core in (True, False):
            for i, (kind, keys, _, _) in enumerate(got):
                if i in pair: continue
                for j, (wk, wkeys, s) in enumerate(want):
                    if j in taken or (s == 'core') != core or wk != kind or not (keys & wkeys): continue
                    taken.add(j); pair[i] = j; break
        for i, (kind, _, ci, k) in enumerate(got):
            if correct is not None: correct[k].append((P[ci, k], i in pair))
            if i not in pair: bump(kind, 1)
            elif want[pair[i]][2] == 'core': bump(kind, 0)
        for j, (wk, _, s) in enumerate(want):
            if j not in taken and s == 'core': bump(wk, 2)
    return {k: (tp / max(1, tp + fp), tp / max(1, tp + fn), 2 * tp / max(1, 2 * tp + fp + fn), tp + fn) for k, (tp, fp, fn) in T.items()}

# For the search a candidate is right by its own label; the exact one-to-one matching of the scorer comes once, at the end.
label = np.array([[{None: 0, 'core': 2, 'minor': 1, 'optional': 1, 'duplicate': 0}[c['labels'].get(k)] for k in KINDS] for c in cands])
wanted = np.array([sum(w['kind'] == k and w['salience'] == 'core' for d in docs if not d['extra'] for w in d['wanted']) for k in KINDS])
label[extra[doc_of]] = 1  # learned from, not measured on

def quick(th):
    K = chosen(th); tp = (K & (label == 2)).sum(0); fp = (K & (label == 0)).sum(0)
    f = lambda t, p, n: 2 * t / max(1, t + p + n)
    return f(tp.sum(), fp.sum(), wanted.sum()), [f(t, p, n) for t, p, n in zip(tp, fp, wanted)]

grid = [0.06, 0.09, 0.12, 0.16, 0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.45, 0.5, 0.55]
th = np.full(len(KINDS), max(grid, key=lambda t: quick(np.full(len(KINDS), t))[0]))
for sweep in range(2):
    for k in range(len(KINDS)):
        def value(t):
            trial = th.copy(); trial[k] = t; everything, each = quick(trial)
            return everything + 0.03 * each[k]
        th[k] = max(grid, key=value)
correct = [[] for _ in KINDS]
final = tally(th, correct=correct)
print(f"{'':24}     P     R    F1  gold")
for name in sorted(final): print(f'{name:24} {final[name][0]:.3f} {final[name][1]:.3f} {final[name][2]:.3f} {final[name][3]:5}')
for name, which in (('lang zh', lambda d: d['lang'] == 'zh'), ('lang en', lambda d: d['lang'] == 'en')) + tuple((s, (lambda s: lambda d: d['source'] == s)(s)) for s in sorted({d['source'] for d in docs if not d['extra']})):
    r = tally(th, which)['all']; print(f'{name[-24:]:24} {r[0]:.3f} {r[1]:.3f} {r[2]:.3f} {r[3]:5}')

if a.share < 1 or a.only:
    print('learned from', int(learned.sum()), 'papers'); raise SystemExit

def calibration(points):
    pts = sorted(points)
    if len(pts) < 40: return []
    x = np.array([p for p, _ in pts]); y = np.array([r for _, r in pts], dtype=float)
    iso = IsotonicRegression(y_min=0.02, y_max=0.99, out_of_bounds='clip').fit(x, y)
    qs = np.quantile(x, np.linspace(0, 1, 9))
    # Smoothed over neighbouring deciles, so that few points do not make a step.
    return [[round(float(q), 4), round(float(iso.predict(np.clip([q - .03, q, q + .03], 0, 1)).mean()), 4)] for q in dict.fromkeys(qs)]

pooled = [p for c in correct for p in c]
calibrations = {kind: calibration(correct[k]) or calibration(pooled) for k, kind in enumerate(KINDS)}

def to_trees(booster):
    trees = []
    for info in booster.dump_model()['tree_info']:
        t = dict(f=[], t=[], l=[], r=[], v=[])
        def walk(node):
            if 'leaf_value' in node:
                t['v'].append(round(node['leaf_value'], 5)); return -len(t['v'])
            assert node['decision_type'] == '<='
            i = len(t['f']); t['f'].append(node['split_feature']); t['t'].append(float(f"{node['threshold']:.6g}")); t['l'].append(0); t['r'].append(0)
            t['l'][i] = walk(node['left_child']); t['r'][i] = walk(node['right_child']); return i
        walk(info['tree_structure']); trees.append(t)
    return trees

def stops(booster, lowest):
    """After so many trees, below which score a candidate is given up: none that ends above the lowest threshold of any kind is."""
    raw = booster.predict(X, raw_score=True); likely = raw >= np.log(lowest / (1 - lowest))
    total = booster.num_trees(); points = []
    for n in (2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96):
        if n >= total or not likely.any(): continue
        points.append([n, round(float(booster.predict(X, raw_score=True, num_iteration=n)[likely].min()) - 0.3, 4)])
    return points

def write(path, boosters):
    kinds = {kind: dict(threshold=round(float(th[k]), 3), calibration=calibrations[kind], stops=stops(boosters[kind], 0.8 * float(th[k])), trees=to_trees(boosters[kind])) for k, kind in enumerate(KINDS)}
    version = hashlib.sha256(json.dumps(kinds, sort_keys=True).encode()).hexdigest()[:12]
    json.dump(dict(version=version, features=NAMES, kinds=kinds), open(path, 'w'), separators=(',', ':'))
    print('written', path, version)

if a.fold_models:
    for f in range(a.folds): write(f'{a.fold_models}/fold-{f}.json', fold_boosters[f])
    json.dump({d['id']: int(fold[i]) for i, d in enumerate(docs) if not d['extra']}, open(f'{a.fold_models}/folds.json', 'w'))
whole = {}
for kind in KINDS:
    y, w = target(kind); whole[kind] = lgb.train(BASE, lgb.Dataset(X, y, weight=w), num_boost_round=rounds(y))
write(a.out, whole)
