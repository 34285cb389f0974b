/** What number words add up to, one word after the other: hundreds in a group, groups by their scale. */
export class NumberSum {
  /** Millions and above. */
  private upper = 0;
  /** Thousands of the part that is being read. */
  private middle = 0;
  /** The scale that was said last; infinite before the first. */
  scale = Infinity;

  /** `group`: what is below the next scale, NaN where nothing has been said of it. */
  constructor(public group: number) {}

  /** Behind a scale, before the next smaller group. */
  get isBetween(): boolean {
    return Number.isNaN(this.group);
  }

  get value(): number {
    return this.upper + this.middle + (this.isBetween ? 0 : this.group);
  }

  /** Adds a number below a thousand; false where it does not go on what was said: "twenty" and "thirty". */
  addCardinal(value: number, byTwenties = false): boolean {
    const { group } = this;
    if (this.isBetween) this.group = value;
    else if (byTwenties && group % 100 === 4 && value === 20) this.group += 76;
    else if (goesOn(group, value, byTwenties)) this.group += value;
    else return false;
    return true;
  }

  /** Multiplies by a dozen, a hundred, a thousand …; `isBare`: the scale may be the first word ("hundert"). False where it cannot follow. */
  addScale(value: number, isBare: boolean): boolean {
    const { group, scale } = this;
    const isFirst = this.upper === 0 && this.middle === 0;
    if (value <= 100) {
      const takes = this.isBetween ? value === 100 && (!isFirst || isBare) : value < 100 || group < 100;
      if (takes) this.group = value * (this.isBetween ? 1 : group);
      return takes;
    }
    // "three lakh crore", "mil millones": the larger scale counts what the smaller one did.
    const said = (this.isBetween ? 0 : group) + (value > scale ? this.middle : 0);
    if ((said === 0 && !isBare) || value === scale || (value > scale && scale >= 1e6)) return false;
    if (value > scale) this.middle = 0;
    if (value >= 1e6) {
      this.upper += (said + this.middle) * value;
      this.middle = 0;
    } else this.middle += (said || 1) * value;
    this.group = NaN;
    this.scale = value;
    return true;
  }

  /** True where a half may be added: to a group, or to a large scale that no other one follows ("a million and a half"). */
  takesPart(isScaleNext: boolean): boolean {
    return !this.isBetween || (this.scale >= 1e3 && Number.isFinite(this.scale) && !isScaleNext);
  }

  addPart(part: number): void {
    if (this.isBetween) this.upper += part * this.scale;
    else this.group += part;
  }
}

/** twenty-four, hundred five, soixante-douze, dix-sept. */
function goesOn(group: number, value: number, byTwenties: boolean): boolean {
  const rest = group % 100;
  if (group <= 0 || value <= 0) return false;
  if (rest === 0) return value < 100;
  if (rest >= 20 && rest % 10 === 0 && value < 10) return true;
  return byTwenties && (rest === 10 ? value > 6 && value < 10 : (rest === 60 || rest === 80) && value < 20);
}
