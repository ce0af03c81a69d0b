/** The notes' equations write samples as columns (Z = W·X + b), their code as rows: one is the transpose of the other. */

/** Whether each sample is a row of X, as in the notes' code, or a column. */
export type Samples = 'rows' | 'columns';
