package org.ringdesk.bench.inside;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Refusal;

/**
 * Orders for who measures, as plain text.
 *
 * <ul>
 *   <li>{@code sell}: {@code clients} at once, each {@code orders} of {@code customers} and {@code products} in a row with the
 *       {@code coupon}; the microseconds of each order, a line each
 *   <li>{@code take}: an order that needs only be submitted; its number and version
 *   <li>{@code submit}: {@code number}, {@code version}, {@code key}; the status it has then, or {@code refused} and the key
 * </ul>
 */
@WebServlet({"/sell", "/take", "/submit"})
public class SellingServlet extends HttpServlet {
    private static final int LINES = 5;

    @Inject
    private Seller seller;

    @SuppressWarnings("NullAway.Init")
    public SellingServlet() {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/plain");
        try {
            response.getWriter().write(answer(request));
        } catch (Refusal e) {
            response.getWriter().write("refused " + e.key());
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private String answer(HttpServletRequest request) throws Exception {
        return switch (request.getServletPath()) {
            case "/sell" -> sell(request);
            case "/take" -> take(request);
            default -> submit(request);
        };
    }

    private String sell(HttpServletRequest request) throws Exception {
        int clients = Integer.parseInt(request.getParameter("clients"));
        int orders = Integer.parseInt(request.getParameter("orders"));
        List<CustomerNumber> customers = customers(request);
        List<ProductNumber> products = products(request);
        String coupon = text(request, "coupon");
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                work.add(() -> {
                    List<Long> micros = new ArrayList<>();
                    for (int n = 0; n < orders; n++) {
                        // no two clients have one customer
                        CustomerNumber customer = customers.get((first + n * clients) % customers.size());
                        long began = System.nanoTime();
                        Recap taken = seller.take(customer, lines(products, first + n), coupon);
                        place(taken);
                        micros.add((System.nanoTime() - began) / 1000);
                    }
                    return micros;
                });
            }
            StringBuilder text = new StringBuilder();
            for (Future<List<Long>> done : threads.invokeAll(work)) {
                done.get().forEach(micros -> text.append(micros).append('\n'));
            }
            return text.toString();
        } finally {
            threads.shutdownNow();
        }
    }

    private void place(Recap taken) throws Exception {
        OrderStatus status = seller.submit(taken.order().number(), taken.order().version(), UUID.randomUUID());
        if (status != OrderStatus.PLACED) {
            throw new IllegalStateException(taken.order().number() + " is " + status);
        }
    }

    private String take(HttpServletRequest request) throws Exception {
        Recap taken = seller.take(customers(request).get(0), lines(products(request), 0), text(request, "coupon"));
        return taken.order().number().value() + ' ' + taken.order().version();
    }

    private String submit(HttpServletRequest request) throws Exception {
        return seller.submit(
                        new OrderNumber(text(request, "number")),
                        Long.parseLong(text(request, "version")),
                        UUID.fromString(text(request, "key")))
                .name();
    }

    private static List<CustomerNumber> customers(HttpServletRequest request) {
        return Stream.of(text(request, "customers").split(","))
                .map(CustomerNumber::new)
                .toList();
    }

    private static List<ProductNumber> products(HttpServletRequest request) {
        return Stream.of(text(request, "products").split(","))
                .map(ProductNumber::new)
                .toList();
    }

    private static List<ProductNumber> lines(List<ProductNumber> products, int from) {
        return Stream.iterate(from, n -> n + 1)
                .limit(LINES)
                .map(n -> products.get(n % products.size()))
                .toList();
    }

    private static String text(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
