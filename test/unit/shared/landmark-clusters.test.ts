// Which techniques get a hull: the specific ones, and each paper in one of them.
import { describe, expect, test } from 'vitest';
import type { Cluster } from '../../../src/shared/api/graph.ts';
import { findHomes } from '../../../src/shared/cluster-homes.ts';
import { landmarkClusters } from '../../../src/shared/landmark-clusters.ts';

const cluster = (name: string, papers: readonly number[], methods: readonly string[] = [name]): Cluster => ({
  id: `cluster:method:${name}`,
  kind: 'declared',
  label: name,
  labelZh: null,
  method: { id: `method:${name}`, name, nameZh: null },
  papers: papers.map(String),
  methods: methods.map((method) => `method:${method}`),
  score: 0,
});
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const names = (clusters: readonly Cluster[]): string[] => clusters.map(({ label }) => label);

describe('landmark clusters', () => {
  const grpo = cluster('grpo', range(0, 11), ['grpo', 'dapo']);
  const policy = cluster('policy', range(0, 13), ['policy', 'grpo', 'dapo', 'ppo']);
  const rl = cluster('rl', range(0, 32), ['rl', 'policy', 'grpo', 'dapo', 'ppo', 'rlvr']);
  const cot = cluster('cot', range(20, 34), ['cot', 'long-cot']);
  const longCot = cluster('long-cot', range(20, 23));

  test('a technique whose variants have most of its papers gives way to them', () => {
    expect(names(landmarkClusters([rl, policy, grpo, cot], 73))).toEqual(['cot', 'grpo']);
  });
  test('a technique in more than a third of all papers is none, variants or not', () => {
    expect(names(landmarkClusters([cluster('sft', range(0, 25)), grpo], 73))).toEqual(['grpo']);
    expect(names(landmarkClusters([cluster('sft', range(0, 24)), grpo], 73))).toEqual(['sft', 'grpo']);
  });
  test('a variant that has few of its papers stays inside the whole', () => {
    expect(names(landmarkClusters([cot, longCot], 73))).toEqual(['cot']);
  });
  test('detected communities are none, a ring of variants ends, twelve are enough', () => {
    expect(landmarkClusters([{ ...grpo, kind: 'detected', method: null }], 73)).toEqual([]);
    const ring = [cluster('a', [1, 2, 3], ['a', 'b']), cluster('b', [1, 2, 3], ['a', 'b'])];
    expect(landmarkClusters(ring, 73).length).toBe(1);
    expect(
      landmarkClusters(
        range(0, 20).map((i) => cluster(`t${i}`, [i, i + 1, i + 2])),
        73,
      ).length,
    ).toBe(12);
  });
});

describe('homes', () => {
  const edge = (paper: number, type: 'USES' | 'PROPOSES' | 'COMPARES_WITH', method: string) => ({
    source: `paper:${paper}`,
    target: `method:${method}`,
    type,
    confidence: 0.9,
  });
  test('what a paper proposes a variant of comes before what it uses, the rarer before the common; comparing is nothing', () => {
    const clusters = [cluster('cot', range(0, 14)), cluster('grpo', range(0, 11), ['grpo', 'dapo']), cluster('vla', range(9, 15))];
    const edges = [
      edge(1, 'USES', 'cot'),
      edge(1, 'USES', 'grpo'),
      edge(2, 'USES', 'vla'),
      edge(2, 'PROPOSES', 'dapo'),
      edge(3, 'COMPARES_WITH', 'grpo'),
      edge(3, 'USES', 'cot'),
      edge(4, 'USES', 'unknown'),
    ];
    const { of } = findHomes(73, edges, clusters);
    expect(Object.fromEntries(of)).toEqual({
      'paper:1': 'cluster:method:grpo',
      'paper:2': 'cluster:method:grpo',
      'paper:3': 'cluster:method:cot',
      'method:cot': 'cluster:method:cot',
      'method:grpo': 'cluster:method:grpo',
      'method:vla': 'cluster:method:vla',
    });
  });
});
