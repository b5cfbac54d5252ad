export interface HostileQuery {
  readonly kind: 'refused' | 'survived';
  readonly what: string;
  readonly query: string;
}
export declare function hostileQueries(options: { readonly file: string; readonly url: string }): readonly HostileQuery[];
