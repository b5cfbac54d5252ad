// The columns of tabular exports: one table of nodes and one of edges, the same in CSV and Parquet.
import { EDGE_SHAPES, NODE_PROPERTIES, type PropertyType } from '../shared/graph-schema.ts';
import type { ExportedEdge, ExportedNode, Value } from './read-graph.ts';

export interface Column<T> {
  readonly name: string;
  readonly type: PropertyType;
  readonly isRequired: boolean;
  readonly of: (row: T) => Value | undefined;
}

const required = <T>(name: string, type: PropertyType, of: (row: T) => Value): Column<T> => ({ name, type, isRequired: true, of });

function propertyColumns<T extends { readonly properties: Readonly<Record<string, Value>> }>(
  shapes: readonly Readonly<Record<string, PropertyType>>[],
): Column<T>[] {
  const types = new Map(shapes.flatMap((shape) => Object.entries(shape)));
  types.delete('id');
  return [...types].map(([name, type]) => ({ name, type, isRequired: false, of: (row) => row.properties[name] }));
}

export const NODE_COLUMNS: readonly Column<ExportedNode>[] = [
  required('id', 'string', (node) => node.id),
  required('labels', 'strings', (node) => node.labels),
  ...propertyColumns<ExportedNode>(Object.values(NODE_PROPERTIES)),
];

export const EDGE_COLUMNS: readonly Column<ExportedEdge>[] = [
  required('id', 'string', (edge) => edge.id),
  required('from', 'string', (edge) => edge.from),
  required('type', 'string', (edge) => edge.type),
  required('to', 'string', (edge) => edge.to),
  ...propertyColumns<ExportedEdge>(Object.values(EDGE_SHAPES).map((shape) => shape.properties)),
];
