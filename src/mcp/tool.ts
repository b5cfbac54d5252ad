// What a tool is: a name, what it is for, the shapes it takes and answers, and how it reads the graph.
import type { z } from 'zod';
import type { McpGraph } from './graph.ts';

export interface ToolContext {
  readonly graph: McpGraph;
  readonly signal: AbortSignal;
}

export interface Tool<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly output: O;
  run(args: z.output<I>, context: ToolContext): Promise<z.output<O>>;
}

/** Ties the types of `run` to the two shapes. */
export const defineTool = <I extends z.ZodObject, O extends z.ZodObject>(tool: Tool<I, O>): Tool<I, O> => tool;
