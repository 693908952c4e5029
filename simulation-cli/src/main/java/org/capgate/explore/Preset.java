package org.capgate.explore;

/**
 * A screen worth starting from, offered as a button.
 *
 * @param label on the button
 * @param query of the screen it leads to, as {@link ScreenReader#query} writes it
 */
record Preset(String label, String query) {
  /** In the order of the buttons. */
  static final Preset[] ALL = {
    new Preset("Wild type", "untreated=shown"),
    new Preset("4E-BP2 lost in excitatory neurons", "excitatory-4ebp2=0&untreated=shown"),
    new Preset("4E-BP2 lost in inhibitory neurons", "inhibitory-4ebp2=0&untreated=shown"),
    new Preset(
        "Stressed patient",
        "species=human&stress=chronic&dose=0.5&route=iv&infusion-hours=0.7&untreated=shown"),
    new Preset(
        "SSRI against ketamine",
        "species=human&stress=chronic&compound=citalopram&dose=20&unit=mg&route=po&doses=28&days=28"
            + "&untreated=shown&pin-1=species%3Dhuman%26stress%3Dchronic%26dose%3D0.5%26route%3Div"
            + "%26infusion-hours%3D0.7%26days%3D28"),
  };
}
