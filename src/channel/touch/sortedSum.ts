/** A sum of doubles that are not negative, added up from the smallest on, so that their order changes no bit. */
export class SortedSum {
  private values = new Float64Array(16);
  private length = 0;

  add(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Float64Array(2 * this.length);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length++] = value;
  }

  total(): number {
    let sum = 0;
    for (const value of this.values.subarray(0, this.length).sort()) sum += value;
    return sum;
  }
}
