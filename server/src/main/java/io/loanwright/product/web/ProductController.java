package io.loanwright.product.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.product.ProductOutcome;
import io.loanwright.product.ProductVersion;
import io.loanwright.product.Products;
import io.loanwright.web.ETag;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Loan products. */
@RestController
@Tag(name = "product", description = "What the lender offers")
class ProductController {

  private final Products products;

  ProductController(Products products) {
    this.products = products;
  }

  /**
   * A change of a product; what is left out stays.
   *
   * @param terms all fields of the product as they shall be
   */
  record ProductChange(@Nullable Boolean active, @Nullable @Valid ProductFields terms) {}

  @GetMapping("/api/products")
  @Permitted(Permission.PRODUCT_VIEW)
  @Operation(operationId = "listProducts", summary = "All products, in the order of names")
  Page<ProductResponse> list() {
    return new Page<>(products.all().stream().map(ProductResponse::of).toList(), null);
  }

  @GetMapping("/api/products/offered")
  @Permitted(Permission.APPLICATION_CREATE)
  @Operation(
      operationId = "listOfferedProducts",
      summary = "What can be applied for: the active products as a borrower sees them")
  Page<OfferedProduct> offered() {
    return new Page<>(
        products.all().stream()
            .filter(ProductVersion::active)
            .map(ProductResponse::of)
            .map(OfferedProduct::of)
            .toList(),
        null);
  }

  @GetMapping("/api/products/approval-presets")
  @Permitted(Permission.PRODUCT_VIEW)
  @Operation(operationId = "listApprovalPresets", summary = "Approval policies to start from")
  Page<ApprovalPreset> presets() {
    return new Page<>(ApprovalPreset.ALL, null);
  }

  @GetMapping("/api/products/{id}")
  @Permitted(Permission.PRODUCT_VIEW)
  @Operation(operationId = "getProduct", summary = "A product as it is now")
  ResponseEntity<ProductResponse> get(@PathVariable UUID id) {
    return answer(find(id));
  }

  @PostMapping("/api/products")
  @Permitted(Permission.PRODUCT_EDIT)
  @Operation(operationId = "createProduct", summary = "Make a product")
  @ApiResponse(responseCode = "201")
  ResponseEntity<ProductResponse> create(Caller caller, @Valid @RequestBody ProductFields fields) {
    ProductVersion made =
        kept(products.create(caller, fields.name().strip(), ProductMapping.definition(fields)));
    return ResponseEntity.created(URI.create("/api/products/" + made.id()))
        .header(HttpHeaders.ETAG, new ETag(made.version()).value())
        .body(ProductResponse.of(made));
  }

  @PatchMapping("/api/products/{id}")
  @Permitted(Permission.PRODUCT_EDIT)
  @Operation(
      operationId = "changeProduct",
      summary = "Make the next version of a product; loans keep the one they were made from")
  ResponseEntity<ProductResponse> change(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ProductChange change) {
    ProductVersion before = find(id);
    new ETag(before.version()).requireMatch(ifMatch);
    ProductFields terms = change.terms();
    ProductVersion after =
        new ProductVersion(
            id,
            terms == null ? before.name() : terms.name().strip(),
            change.active() == null ? before.active() : change.active(),
            before.version() + 1,
            terms == null ? before.definition() : ProductMapping.definition(terms));
    return answer(kept(products.change(caller, before, after)));
  }

  private ProductVersion find(UUID id) {
    return products.current(id).orElseThrow(() -> ProblemException.notFound("A product"));
  }

  private static ResponseEntity<ProductResponse> answer(ProductVersion product) {
    return ResponseEntity.ok()
        .header(HttpHeaders.ETAG, new ETag(product.version()).value())
        .body(ProductResponse.of(product));
  }

  private static ProductVersion kept(ProductOutcome outcome) {
    return switch (outcome) {
      case ProductOutcome.Kept(ProductVersion product) -> product;
      case ProductOutcome.NameTaken(String name) ->
          throw ProblemException.conflict(
              "product-name-taken", "There is a product called " + name + " already.");
      case ProductOutcome.AccountsUnusable(var codes) ->
          throw ProblemException.rule(
              "account-unusable", "accounts", "cannot be posted to: " + String.join(", ", codes));
      case ProductOutcome.WalletsElsewhere(String account) ->
          throw ProblemException.rule(
              "wallet-account-shared",
              "accounts.BORROWER_WALLETS",
              "must be " + account + ", the account of borrowers' wallets for all products");
      case ProductOutcome.AllowanceElsewhere(String account) ->
          throw ProblemException.rule(
              "allowance-account-shared",
              "accounts.LOAN_LOSS_ALLOWANCE",
              "must be " + account + ", the account of what is set aside for all products");
      case ProductOutcome.ReceivableShared _ ->
          throw ProblemException.rule(
              "receivable-account-shared",
              "accounts.INTEREST_RECEIVABLE",
              "must be an account that no other role has");
      case ProductOutcome.RoleCannotApprove(int step, var able) ->
          throw ProblemException.rule(
              "role-cannot-approve",
              "approvalSteps[" + step + "].role",
              "must be a role that may approve: " + String.join(", ", able));
      case ProductOutcome.ChangedMeanwhile _ -> throw ProblemException.stale();
    };
  }
}
