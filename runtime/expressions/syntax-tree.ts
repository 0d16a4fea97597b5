export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | '&&'
  | '||';
export type UnaryOperator = '!' | '-' | 'empty';

/** The syntax tree of an expression. `at` is the offset of the node in the source. */
export type Node =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null; readonly at: number }
  | { readonly type: 'variable'; readonly name: string; readonly at: number }
  | { readonly type: 'property'; readonly object: Node; readonly key: Node; readonly at: number }
  | { readonly type: 'unary'; readonly operator: UnaryOperator; readonly operand: Node; readonly at: number }
  | {
      readonly type: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Node;
      readonly right: Node;
      readonly at: number;
    }
  | {
      readonly type: 'conditional';
      readonly test: Node;
      readonly then: Node;
      readonly otherwise: Node;
      readonly at: number;
    };
