/** Calls `attempt` now and after each change inside the element until it says true. Answers how to give up. */
export function whenFound(element: Element, attempt: () => boolean): () => void {
  if (attempt()) return () => undefined;
  const observer = new MutationObserver(() => {
    if (attempt()) observer.disconnect();
  });
  observer.observe(element, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-ready'],
  });
  return () => observer.disconnect();
}
