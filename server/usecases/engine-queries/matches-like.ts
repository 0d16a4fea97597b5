/** SQL's LIKE: `%` any text, `_` one character. Linear in the text for each `%`. */
export function matchesLike(text: string, pattern: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (pattern[place] === '%') {
      star = place++;
      resume = at;
    } else if (place < pattern.length && (pattern[place] === '_' || pattern[place] === text[at])) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[place] === '%') place++;
  return place === pattern.length;
}
