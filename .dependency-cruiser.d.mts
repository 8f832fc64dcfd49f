declare const config: {
  readonly forbidden: readonly object[];
  readonly options: { readonly tsConfig: object; readonly [name: string]: unknown };
};
export default config;
