package io.loanwright.product;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Currency;
import io.loanwright.identity.Role;
import io.loanwright.identity.Roles;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.PostingRole;
import io.loanwright.product.store.ProductStore;
import io.loanwright.web.Ids;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The products that the lender offers. */
@Component
public class Products {

  private static final int KNOWN_VERSIONS = 1000;

  private final ProductStore store;
  private final Ledger ledger;
  private final Roles roles;
  private final AuditTrail trail;

  /** A version never changes once it is made. */
  private final Cache<Version, ProductDefinition> definitions =
      Caffeine.newBuilder().maximumSize(KNOWN_VERSIONS).build();

  /** A version of a product. */
  public record Version(UUID id, int version) {}

  Products(ProductStore store, Ledger ledger, Roles roles, AuditTrail trail) {
    this.store = store;
    this.ledger = ledger;
    this.roles = roles;
    this.trail = trail;
  }

  /** Returns all products as they are now, in the order of names. */
  public List<ProductVersion> all() {
    return store.all();
  }

  /** Returns a product as it is now. */
  public Optional<ProductVersion> current(UUID id) {
    return store
        .head(id)
        .flatMap(head ->
            definition(id, head.version())
                .map(definition ->
                    new ProductVersion(
                        id, head.name(), head.active(), head.version(), definition)));
  }

  /** Returns what a product said when a loan was made from it. */
  public Optional<ProductDefinition> definition(UUID id, int version) {
    Version key = new Version(id, version);
    ProductDefinition known = definitions.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ProductDefinition> definition =
        store.version(id, version).map(ProductVersion::definition);
    definition.ifPresent(found -> definitions.put(key, found));
    return definition;
  }

  /** Returns the names of products; an id that is no product's is left out. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.names(ids);
  }

  /** Returns the codes of the accounts that play a role in any version of a currency's products. */
  public Set<String> accounts(PostingRole role, Currency currency) {
    return store.accounts(role, currency);
  }

  /** Returns the versions whose loans' interest is income when it arises. */
  public List<Version> accruing() {
    return store.accruing();
  }

  /** Makes a product. */
  @Transactional
  public ProductOutcome create(Caller caller, String name, ProductDefinition definition) {
    ProductVersion product = new ProductVersion(Ids.next(), name, true, 1, definition);
    Optional<ProductOutcome> refused =
        unpostable(definition).or(() -> unable(definition.approvalSteps()));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!store.insert(product)) {
      return new ProductOutcome.NameTaken(name);
    }
    return keep(caller, "product.create", null, product);
  }

  /**
   * Makes the next version of a product; loans keep the version that they were made from.
   *
   * @param before the product as it was read
   * @param after the product as it shall be, with the next version
   */
  @Transactional
  public ProductOutcome change(Caller caller, ProductVersion before, ProductVersion after) {
    Optional<ProductOutcome> unpostable = unpostable(after.definition());
    if (unpostable.isPresent()) {
      return unpostable.get();
    }
    Optional<ProductOutcome> unable =
        after.definition().approvalSteps().equals(before.definition().approvalSteps())
            ? Optional.empty()
            : unable(after.definition().approvalSteps());
    if (unable.isPresent()) {
      return unable.get();
    }
    if (store.nameTaken(after.id(), after.name())) {
      return new ProductOutcome.NameTaken(after.name());
    }
    if (!store.update(after)) {
      return new ProductOutcome.ChangedMeanwhile();
    }
    return keep(caller, "product.change", before, after);
  }

  private ProductOutcome keep(
      Caller caller, String action, @Nullable ProductVersion before, ProductVersion after) {
    store.insertVersion(after, caller.userId());
    trail.record(
        caller, action, new Subject("product", after.id(), after.name()), before, after, null);
    return new ProductOutcome.Kept(after);
  }

  /** A step is decided by its role, so that role has to hold the permission. */
  private Optional<ProductOutcome> unable(List<ApprovalRule> steps) {
    if (steps.stream().allMatch(step -> step.role() == null)) {
      return Optional.empty();
    }
    List<String> able =
        roles.all().stream()
            .filter(role -> role.grants().containsKey(Permission.LOAN_APPROVE))
            .map(Role::code)
            .toList();
    return IntStream.range(0, steps.size())
        .filter(step -> {
          String role = steps.get(step).role();
          return role != null && !able.contains(role);
        })
        .mapToObj(step -> (ProductOutcome) new ProductOutcome.RoleCannotApprove(step, able))
        .findFirst();
  }

  private Optional<ProductOutcome> unpostable(ProductDefinition definition) {
    Map<PostingRole, String> accounts = definition.accounts();
    if (!ChartPreset.wallets().equals(accounts.get(PostingRole.BORROWER_WALLETS))) {
      return Optional.of(new ProductOutcome.WalletsElsewhere(ChartPreset.wallets()));
    }
    if (!ChartPreset.allowance().equals(accounts.get(PostingRole.LOAN_LOSS_ALLOWANCE))) {
      return Optional.of(new ProductOutcome.AllowanceElsewhere(ChartPreset.allowance()));
    }
    if (definition.accounting() == Accounting.ACCRUAL && !hasReceivableOfItsOwn(accounts)) {
      return Optional.of(new ProductOutcome.ReceivableShared());
    }
    Set<String> codes = Set.copyOf(accounts.values());
    Set<String> unusable = new HashSet<>(ledger.unusable(codes, definition.terms().currency()));
    unusable.addAll(ledger.ofWallets(codes));
    return unusable.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProductOutcome.AccountsUnusable(unusable));
  }

  /** What else is posted to the account would pass for interest that is receivable. */
  private static boolean hasReceivableOfItsOwn(Map<PostingRole, String> accounts) {
    String receivable = accounts.get(PostingRole.INTEREST_RECEIVABLE);
    return receivable != null && accounts.values().stream().filter(receivable::equals).count() == 1;
  }
}
