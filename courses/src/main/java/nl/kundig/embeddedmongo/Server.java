package nl.kundig.embeddedmongo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a free port of this machine that other machines cannot reach. */
final class Server implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Server.class);

	/** A connection stays on its worker, so a long scan holds up who shares it. */
	private static final int WORKERS = 64;

	private static final int SECONDS_TO_END = 5;

	private final EventLoopGroup acceptor = threads(1, "embedded-mongo-acceptor");

	private final EventLoopGroup workers = threads(WORKERS, "embedded-mongo");

	private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private final Channel listening;

	Server(AbstractMongoBackend backend) {
		this.listening = new ServerBootstrap().group(this.acceptor, this.workers)
			.channel(NioServerSocketChannel.class)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<SocketChannel>() {

				@Override
				protected void initChannel(SocketChannel client) {
					client.pipeline()
						.addLast(new MongoWireReplyEncoder(), new MongoWireMessageEncoder(), new WireProtocol(),
								new MongoDatabaseHandler(backend, Server.this.clients), new Farewell());
				}

			})
			.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
			.syncUninterruptibly()
			.channel();
	}

	int port() {
		return ((InetSocketAddress) this.listening.localAddress()).getPort();
	}

	@Override
	public void close() {
		this.listening.close().syncUninterruptibly();
		this.clients.close().syncUninterruptibly();
		this.acceptor.shutdownGracefully(0, SECONDS_TO_END, TimeUnit.SECONDS);
		this.workers.shutdownGracefully(0, SECONDS_TO_END, TimeUnit.SECONDS);
		this.acceptor.terminationFuture().syncUninterruptibly();
		this.workers.terminationFuture().syncUninterruptibly();
	}

	private static EventLoopGroup threads(int number, String name) {
		return new MultiThreadIoEventLoopGroup(number, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
	}

	/** Closes the connection of a client that sends what is no message. */
	private static final class Farewell extends ChannelInboundHandlerAdapter {

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			// Without what was sent: it may be anything.
			log.warn("Closed a connection: {}", cause.getClass().getName());
			context.close();
		}

	}

}
