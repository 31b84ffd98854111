package nl.kundig.embeddedmongo;

import java.io.IOException;

/** A process with little memory that serves until its input ends, and says where. */
final class Host {

	private Host() {
	}

	static void main(String[] arguments) throws IOException {
		try (EmbeddedMongo mongo = EmbeddedMongo.inMemory()) {
			System.out.println(mongo.uri("kundig"));
			System.in.readAllBytes();
		}
	}

}
