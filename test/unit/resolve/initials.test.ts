// Which short forms can stand for which long ones.
import { describe, expect, test } from 'vitest';
import { isInitialism } from '../../../src/resolve/initials.ts';
import { leastProcessorMs } from '../processor-time.ts';

describe('letters of the short form begin the words of the long one', () => {
  test.each([
    ['GRPO', 'Group Relative Policy Optimization', true],
    ['CoT', 'Chain-of-Thought', true],
    ['MCTS', 'Monte Carlo Tree Search', true],
    ['RLHF', 'Reinforcement Learning from Human Feedback', true],
    ['LoRA', 'Low-Rank Adaptation', true],
    ['ReAct', 'Reasoning and Acting', true],
    ['3DGS', '3D Gaussian Splatting', true],
    ['NeRF', 'Neural Radiance Fields', true],
    ['GRPO', 'Proximal Policy Optimization', false],
    ['PPO', 'Group Relative Policy Optimization', false],
    ['DPO', 'Diffusion Model', false],
    ['A', 'Attention', false],
    ['', 'Attention', false],
    ['ABCDEFGHIJKLM', 'a b c d e f g h i j k l m', false],
  ])('%s for %s: %s', (short, long, stands) => {
    expect(isInitialism(short, long)).toBe(stands);
  });
});

test('the search is bounded: letters that fit nearly everywhere take no time', () => {
  const cost = leastProcessorMs(1000, () => {
    for (let i = 0; i < 200; i++) isInitialism('aaaaaaaaaaab', Array.from({ length: 12 }, () => 'aaaaaaaaaaaa').join(' '));
  });
  expect(cost).toBeLessThan(1000);
});
