/** Why what was asked for was not done. Stands there empty before, so that readers say what comes into it. */
export function FormAlert({ failure }: { readonly failure: string | null }) {
  return (
    <div role="alert" className="po-form-alert">
      {failure !== null && <p>{failure}</p>}
    </div>
  );
}
