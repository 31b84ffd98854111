package nl.kundig.app.training;

/** Who invites. */
record Organiser(String name, String email) {
}
