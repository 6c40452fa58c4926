/** What a product is, whom it is for and where it stands. */
export interface ProductProfile {
  readonly id: string;
  readonly features: readonly { readonly code: string; readonly text: string }[];
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  readonly uses: readonly string[];
  readonly rivals: readonly string[];
  readonly positioning: string;
}
