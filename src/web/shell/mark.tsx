// Our mark: a seal with the first character of the name, drawn as strokes.
export function Mark({ size = 28 }: { readonly size?: number }) {
  return <img src="/mark.svg" width={size} height={size} alt="" />;
}
