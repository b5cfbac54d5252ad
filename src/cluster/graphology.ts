// graphology's packages are CommonJS: their types say `default`, at run time it may or may not be there. Settled once, here.
import graphology from 'graphology';
import communities from 'graphology-communities-louvain';
import forces from 'graphology-layout-forceatlas2';

const defaultOf = <T>(module: { readonly default: T }): T => module.default ?? (module as unknown as T);

export const Graph = defaultOf(graphology);
export type Graph = InstanceType<typeof Graph>;
export const louvain: typeof communities.default = defaultOf(communities);
export const forceAtlas2: typeof forces.default = defaultOf(forces);
