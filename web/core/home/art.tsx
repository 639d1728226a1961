/** Hills, terraces, a bridge and an orange tree: the head of the village's home. Drawn for this project. */
export const Hills = () => (
  <svg class="art" viewBox="0 0 360 120" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
    <path class="a-sky" d="M0 0h360v120H0z" /><circle class="a-sun" cx="286" cy="34" r="17" />
    <path class="a-far" d="M0 74Q40 30 84 54T168 46t70 14 62-24 60 22v62H0z" />
    <path class="a-mid" d="M0 88q60-34 128-14t118 2 114-14v58H0z" />
    <path class="a-line" d="M12 92q58-20 112-6M4 101q66-20 128-5M0 110q70-18 140-4" />
    <path class="a-near" d="M0 112q90-26 180-10t180-14v32H0z" />
    <path class="a-water" d="M196 120q6-12 44-18t120-8v8q-60 0-92 8-12 4-14 10z" />
    <path class="a-bridge" d="M222 103q22-20 46-6v4q-22-10-42 5z" />
    <path class="a-wall" d="M96 78h26v16H96zM130 84h18v12h-18z" /><path class="a-roof" d="M91 79l18-12 18 12zM126 85l13-9 13 9z" />
    <path class="a-trunk" d="M52 88h4v16h-4z" /><circle class="a-tree" cx="54" cy="80" r="15" />
    <path class="a-fruit" d="M46 78a3 3 0 1 1 .1 0M57 73a3 3 0 1 1 .1 0M61 85a3 3 0 1 1 .1 0M51 88a3 3 0 1 1 .1 0" />
  </svg>
);
/** Two oranges with a leaf: beside what is in season. */
export const Oranges = () => (
  <svg class="pic" viewBox="0 0 48 40" aria-hidden="true"><circle class="a-fruit" cx="17" cy="24" r="13" /><circle class="a-sun" cx="33" cy="27" r="11" /><path class="a-tree" d="M17 12q2-9 14-9-2 9-14 9" /><path class="a-line" d="M11 19q2-4 6-4" /></svg>
);
/** A small bridge over water: beside the village's news. */
export const Bridge = () => (
  <svg class="pic" viewBox="0 0 48 40" aria-hidden="true"><path class="a-far" d="M0 22Q12 6 24 18t24-6v12H0z" /><path class="a-water" d="M0 30h48v10H0z" /><path class="a-bridge" d="M2 30q22-20 44 0h-6q-16-12-32 0z" /></svg>
);
