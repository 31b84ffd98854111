package nl.kundig.embeddedmongo;

import java.nio.file.Path;

/** A second process that tries to open the folder and says how that went. */
final class Opener {

	private Opener() {
	}

	static void main(String[] arguments) {
		try (EmbeddedMongo _ = EmbeddedMongo.open(Path.of(arguments[0]))) {
			System.out.println("opened");
		}
		catch (EmbeddedMongo.Unavailable ex) {
			System.out.println(ex.getMessage());
			System.exit(1);
		}
	}

}
