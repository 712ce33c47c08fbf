-- What the revisions make. Written by `make schema`; read it in reviews, do not edit it.

CREATE SCHEMA app;

COMMENT ON SCHEMA app IS 'Functions: the only thing the bot may use.';

CREATE SCHEMA cold;

COMMENT ON SCHEMA cold IS 'Logged: shops, menus, customers, orders.';

CREATE SCHEMA hot;

COMMENT ON SCHEMA hot IS 'Unlogged: may be lost at any moment and is rebuilt from warm.';

CREATE SCHEMA warm;

COMMENT ON SCHEMA warm IS 'Logged, append-only: what happened.';

CREATE TYPE app.turn AS (
	tenant_id uuid,
	session_id text,
	customer_id uuid,
	command_id text,
	at timestamp with time zone,
	replayed boolean,
	spent jsonb
);

COMMENT ON TYPE app.turn IS 'What begin_turn hands to the function of a tool: a locked session and the one clock reading of the turn.';

CREATE FUNCTION cold.hold_adjusted_sum() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_order cold.orders;
  v_sums record;
begin
  perform set_config('app.tenant_id', new.tenant_id::text, true);
  select o.* into v_order from cold.orders o where o.tenant_id = new.tenant_id and o.order_id = new.order_id;
  select v_order.subtotal + coalesce(sum(a.amount) filter (where a.line_no is not null), 0) as subtotal,
         v_order.total_amount + sum(a.amount) as total,
         (select e.data -> 'quote' from cold.order_event e
          where e.tenant_id = new.tenant_id and e.order_id = new.order_id and e.data ? 'quote'
          order by e.seq desc limit 1) as quote
    into v_sums
  from cold.order_adjustment a where a.tenant_id = new.tenant_id and a.order_id = new.order_id;
  if v_sums.subtotal is distinct from (v_sums.quote ->> 'subtotal')::numeric
     or v_sums.total is distinct from (v_sums.quote ->> 'total')::numeric
     or exists (
       select from cold.order_item i
       join cold.order_adjustment a using (tenant_id, order_id, line_no)
       where i.tenant_id = new.tenant_id and i.order_id = new.order_id
       group by i.line_no, i.quantity, i.unit_price
       having sum(a.amount) <> sum(a.quantity) * i.unit_price or i.quantity + sum(a.quantity) not between 0 and 99)
  then
    raise exception 'order % of tenant %: what was adjusted does not come to what was quoted', new.order_id, new.tenant_id
      using errcode = 'check_violation';
  end if;
  return null;
end
$$;

CREATE FUNCTION cold.hold_order_sum() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  -- Variables: behind a fence an index takes no expression.
  v_tenant uuid := coalesce(new.tenant_id, old.tenant_id);
  v_order uuid := coalesce(new.order_id, old.order_id);
  v_subtotal numeric;
  v_total numeric;
  v_lines numeric;
  v_charges numeric;
begin
  -- Who is outside any tenant would see neither total nor lines, and nothing equals nothing.
  perform set_config('app.tenant_id', v_tenant::text, true);
  select o.subtotal, o.total_amount into v_subtotal, v_total from cold.orders o
  where o.tenant_id = v_tenant and o.order_id = v_order;
  select sum(i.subtotal) into v_lines from cold.order_item i where i.tenant_id = v_tenant and i.order_id = v_order;
  select coalesce(sum(c.amount) filter (where not c.is_included), 0) into v_charges from cold.order_charge c
  where c.tenant_id = v_tenant and c.order_id = v_order;
  if v_subtotal is distinct from v_lines or v_total is distinct from v_lines + v_charges then
    raise exception 'order % of tenant %: the total is not the sum of its lines and charges', v_order, v_tenant
      using errcode = 'check_violation';
  end if;
  return null;
end
$$;

CREATE FUNCTION cold.wake_dispatcher() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform pg_notify('hotcart_outbox', w.tenant_id::text) from (select distinct tenant_id from written) w;
  return null;
end
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE cold.coupon (
    tenant_id uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    amount numeric(12,2),
    percent numeric(7,4),
    most numeric(12,2),
    item_id text,
    minimum_order numeric(12,2) DEFAULT 0 NOT NULL,
    order_types text[] DEFAULT '{}'::text[] NOT NULL,
    valid_from timestamp with time zone,
    valid_until timestamp with time zone,
    total_limit integer,
    customer_limit integer,
    redeemed integer DEFAULT 0 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    CONSTRAINT coupon_amount_check CHECK (((amount >= 0.01) AND (amount <= (9999999)::numeric))),
    CONSTRAINT coupon_code_check CHECK ((code ~ '^[A-Z0-9_-]{2,32}$'::text)),
    CONSTRAINT coupon_customer_limit_check CHECK (((customer_limit >= 1) AND (customer_limit <= 1000000))),
    CONSTRAINT coupon_is_not_over_redeemed CHECK ((redeemed <= total_limit)),
    CONSTRAINT coupon_kind_check CHECK ((kind = ANY (ARRAY['amount'::text, 'percent'::text, 'free_item'::text]))),
    CONSTRAINT coupon_minimum_order_check CHECK (((minimum_order >= (0)::numeric) AND (minimum_order <= (9999999)::numeric))),
    CONSTRAINT coupon_most_check CHECK (((most >= 0.01) AND (most <= (9999999)::numeric))),
    CONSTRAINT coupon_percent_check CHECK (((percent > (0)::numeric) AND (percent <= (100)::numeric))),
    CONSTRAINT coupon_redeemed_check CHECK ((redeemed >= 0)),
    CONSTRAINT coupon_says_what_it_gives CHECK (
CASE kind
    WHEN 'amount'::text THEN ((amount IS NOT NULL) AND (percent IS NULL) AND (item_id IS NULL))
    WHEN 'percent'::text THEN ((percent IS NOT NULL) AND (amount IS NULL) AND (item_id IS NULL))
    ELSE ((item_id IS NOT NULL) AND (amount IS NULL) AND (percent IS NULL))
END),
    CONSTRAINT coupon_total_limit_check CHECK (((total_limit >= 1) AND (total_limit <= 100000000)))
);

ALTER TABLE ONLY cold.coupon FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.coupon IS 'Promo codes. redeemed counts what is redeemed and not released; most bounds a percentage.';

CREATE TABLE cold.coupon_redemption (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    code text NOT NULL,
    customer_id uuid NOT NULL,
    amount numeric(12,2) NOT NULL,
    redeemed_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    CONSTRAINT coupon_redemption_amount_check CHECK (((amount >= (0)::numeric) AND (amount <= (9999999)::numeric)))
);

ALTER TABLE ONLY cold.coupon_redemption FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.coupon_redemption IS 'Which order used which code; one released counts no more.';

CREATE TABLE cold.customer_contact (
    tenant_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    order_type text,
    address text,
    latitude double precision,
    longitude double precision,
    zone_id text,
    phone text,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT customer_contact_address_check CHECK (((length(address) >= 1) AND (length(address) <= 500))),
    CONSTRAINT customer_contact_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
    CONSTRAINT customer_contact_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
    CONSTRAINT customer_contact_phone_check CHECK ((phone ~ '^[+]?[0-9]{5,20}$'::text))
);

ALTER TABLE ONLY cold.customer_contact FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.customer_contact IS 'How and where a customer had his last order, apart from events so that it can be erased.';

CREATE TABLE cold.customer_dietary (
    tenant_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    dietary jsonb NOT NULL,
    agreed_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY cold.customer_dietary FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.customer_dietary IS 'Allergies and diets a customer asked to be remembered, apart from events so that they can be erased.';

CREATE TABLE cold.customer_identity (
    tenant_id uuid NOT NULL,
    channel text NOT NULL,
    sender text NOT NULL,
    customer_id uuid NOT NULL,
    name text,
    language text,
    chosen_language text,
    CONSTRAINT customer_identity_channel_check CHECK (((length(channel) >= 1) AND (length(channel) <= 20))),
    CONSTRAINT customer_identity_chosen_language_check CHECK (((length(chosen_language) >= 2) AND (length(chosen_language) <= 16))),
    CONSTRAINT customer_identity_language_check CHECK ((length(language) <= 16)),
    CONSTRAINT customer_identity_name_check CHECK ((length(name) <= 128)),
    CONSTRAINT customer_identity_sender_check CHECK (((length(sender) >= 1) AND (length(sender) <= 64)))
);

ALTER TABLE ONLY cold.customer_identity FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.customer_identity IS 'Who a customer is outside: kept apart from events, so that it can be erased.';

COMMENT ON COLUMN cold.customer_identity.language IS 'What the channel told of the customer at first; a tag such as pt-br.';

COMMENT ON COLUMN cold.customer_identity.chosen_language IS 'What the customer chose to be answered in; it counts before the tag.';

CREATE TABLE cold.customers (
    tenant_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY cold.customers FORCE ROW LEVEL SECURITY;

CREATE TABLE cold.delivery_zone (
    tenant_id uuid NOT NULL,
    zone_id text NOT NULL,
    name text NOT NULL,
    latitude double precision,
    longitude double precision,
    radius_m integer,
    areas text[] DEFAULT '{}'::text[] NOT NULL,
    fee numeric(12,2) NOT NULL,
    free_from numeric(12,2),
    minimum_order numeric(12,2) DEFAULT 0 NOT NULL,
    minutes smallint DEFAULT 30 NOT NULL,
    "position" smallint DEFAULT 0 NOT NULL,
    CONSTRAINT delivery_zone_check CHECK ((((latitude IS NULL) = (longitude IS NULL)) AND ((latitude IS NULL) = (radius_m IS NULL)))),
    CONSTRAINT delivery_zone_check1 CHECK (((latitude IS NOT NULL) OR (areas <> '{}'::text[]))),
    CONSTRAINT delivery_zone_fee_check CHECK (((fee >= (0)::numeric) AND (fee <= (100000)::numeric))),
    CONSTRAINT delivery_zone_free_from_check CHECK (((free_from >= (0)::numeric) AND (free_from <= (9999999)::numeric))),
    CONSTRAINT delivery_zone_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
    CONSTRAINT delivery_zone_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
    CONSTRAINT delivery_zone_minimum_order_check CHECK (((minimum_order >= (0)::numeric) AND (minimum_order <= (9999999)::numeric))),
    CONSTRAINT delivery_zone_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1440))),
    CONSTRAINT delivery_zone_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT delivery_zone_radius_m_check CHECK (((radius_m >= 1) AND (radius_m <= 200000))),
    CONSTRAINT delivery_zone_zone_id_check CHECK (((length(zone_id) >= 1) AND (length(zone_id) <= 64)))
);

ALTER TABLE ONLY cold.delivery_zone FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.delivery_zone IS 'Where a shop delivers: a circle, or pin codes and localities found in an address; the first that fits.';

COMMENT ON COLUMN cold.delivery_zone.minutes IS 'How long the way takes, on top of prep_minutes.';

CREATE TABLE cold.dining_table (
    tenant_id uuid NOT NULL,
    table_no text NOT NULL,
    seats smallint,
    CONSTRAINT dining_table_seats_check CHECK (((seats >= 1) AND (seats <= 100))),
    CONSTRAINT dining_table_table_no_check CHECK ((table_no ~ '^[A-Za-z0-9-]{1,12}$'::text))
);

ALTER TABLE ONLY cold.dining_table FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.dining_table IS 'The tables of a shop, by the number people say; a shop without any asks for none.';

CREATE TABLE cold.fee (
    tenant_id uuid NOT NULL,
    fee_id text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    amount numeric(12,2) NOT NULL,
    order_types text[] DEFAULT '{}'::text[] NOT NULL,
    tax_class text,
    free_from numeric(12,2),
    "position" smallint DEFAULT 0 NOT NULL,
    CONSTRAINT fee_amount_check CHECK (((amount >= (0)::numeric) AND (amount <= (100000)::numeric))),
    CONSTRAINT fee_check CHECK (((kind <> 'percent'::text) OR (amount <= (100)::numeric))),
    CONSTRAINT fee_fee_id_check CHECK (((length(fee_id) >= 1) AND (length(fee_id) <= 64))),
    CONSTRAINT fee_free_from_check CHECK (((free_from >= (0)::numeric) AND (free_from <= (9999999)::numeric))),
    CONSTRAINT fee_kind_check CHECK ((kind = ANY (ARRAY['flat'::text, 'per_piece'::text, 'percent'::text]))),
    CONSTRAINT fee_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
    CONSTRAINT fee_tax_class_check CHECK (((length(tax_class) >= 1) AND (length(tax_class) <= 64)))
);

ALTER TABLE ONLY cold.fee FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.fee IS 'Packaging, service and the like. Without order_types it is for all of them; not charged from free_from on.';

CREATE TABLE cold.ingredient (
    tenant_id uuid NOT NULL,
    ingredient_id text NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    quantity numeric(14,3) NOT NULL,
    low_at numeric(14,3),
    is_removed boolean DEFAULT false NOT NULL,
    CONSTRAINT ingredient_ingredient_id_check CHECK (((length(ingredient_id) >= 1) AND (length(ingredient_id) <= 64))),
    CONSTRAINT ingredient_low_at_check CHECK (((low_at >= (0)::numeric) AND (low_at <= (1000000000)::numeric))),
    CONSTRAINT ingredient_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT ingredient_quantity_check CHECK (((quantity >= (0)::numeric) AND (quantity <= (1000000000)::numeric))),
    CONSTRAINT ingredient_unit_check CHECK (((length(unit) >= 1) AND (length(unit) <= 12)))
);

ALTER TABLE ONLY cold.ingredient FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.ingredient IS 'What is counted beneath the dishes: milk feeds coffee and tea.';

CREATE TABLE cold.llm_usage (
    tenant_id uuid NOT NULL,
    day date NOT NULL,
    calls integer NOT NULL,
    tokens bigint NOT NULL,
    CONSTRAINT llm_usage_calls_check CHECK ((calls > 0)),
    CONSTRAINT llm_usage_tokens_check CHECK ((tokens >= 0))
)
WITH (fillfactor='50');

ALTER TABLE ONLY cold.llm_usage FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.llm_usage IS 'What the turns of a day, in the time of the shop, have taken of models: read to keep its budget.';

CREATE TABLE cold.meal_period (
    tenant_id uuid NOT NULL,
    meal_period_id text NOT NULL,
    name text NOT NULL,
    starts_at time without time zone NOT NULL,
    ends_at time without time zone NOT NULL,
    "position" smallint NOT NULL,
    days smallint[] DEFAULT '{1,2,3,4,5,6,7}'::smallint[] NOT NULL,
    CONSTRAINT meal_period_days_check CHECK (((days <@ '{1,2,3,4,5,6,7}'::smallint[]) AND (days <> '{}'::smallint[])))
);

ALTER TABLE ONLY cold.meal_period FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.meal_period IS 'Local time of the shop; ends_at before starts_at runs past midnight.';

COMMENT ON COLUMN cold.meal_period.days IS 'The weekdays on which the period begins; 1 is Monday.';

CREATE TABLE cold.menu_category (
    tenant_id uuid NOT NULL,
    category_id text NOT NULL,
    name text NOT NULL,
    "position" smallint NOT NULL
);

ALTER TABLE ONLY cold.menu_category FORCE ROW LEVEL SECURITY;

CREATE TABLE cold.menu_item (
    tenant_id uuid NOT NULL,
    item_id text NOT NULL,
    item_no integer NOT NULL,
    category_id text NOT NULL,
    name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    aliases text[] DEFAULT '{}'::text[] NOT NULL,
    price numeric(12,2) NOT NULL,
    diet text,
    allergens text[] DEFAULT '{}'::text[] NOT NULL,
    is_available boolean DEFAULT true NOT NULL,
    unavailable_until timestamp with time zone,
    is_removed boolean DEFAULT false NOT NULL,
    "position" integer NOT NULL,
    photo_url text,
    tax_class text,
    prep_station text,
    suitable_for text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT menu_item_diet_check CHECK ((diet = ANY (ARRAY['veg'::text, 'egg'::text, 'non_veg'::text]))),
    CONSTRAINT menu_item_item_id_check CHECK (((length(item_id) >= 1) AND (length(item_id) <= 64))),
    CONSTRAINT menu_item_item_no_check CHECK ((item_no > 0)),
    CONSTRAINT menu_item_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
    CONSTRAINT menu_item_photo_url_check CHECK (((length(photo_url) >= 1) AND (length(photo_url) <= 2000))),
    CONSTRAINT menu_item_prep_station_check CHECK (((length(prep_station) >= 1) AND (length(prep_station) <= 64))),
    CONSTRAINT menu_item_price_check CHECK (((price >= (0)::numeric) AND (price <= (9999999)::numeric))),
    CONSTRAINT menu_item_tax_class_check CHECK (((length(tax_class) >= 1) AND (length(tax_class) <= 64)))
);

ALTER TABLE ONLY cold.menu_item FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN cold.menu_item.item_no IS 'Short handle for buttons, never used again for another item.';

COMMENT ON COLUMN cold.menu_item.unavailable_until IS 'Sold out until then, while is_available is false; null: until told otherwise.';

COMMENT ON COLUMN cold.menu_item.suitable_for IS 'Diets the item suits beyond its mark: jain, vegan, halal …';

CREATE TABLE cold.menu_item_option_group (
    tenant_id uuid NOT NULL,
    item_id text NOT NULL,
    group_id text NOT NULL,
    "position" smallint NOT NULL
);

ALTER TABLE ONLY cold.menu_item_option_group FORCE ROW LEVEL SECURITY;

CREATE TABLE cold.menu_item_order_type (
    tenant_id uuid NOT NULL,
    item_id text NOT NULL,
    order_type_id smallint NOT NULL
);

ALTER TABLE ONLY cold.menu_item_order_type FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.menu_item_order_type IS 'How an item can be had. An item without a row can be had in every way the shop offers.';

CREATE TABLE cold.menu_item_period (
    tenant_id uuid NOT NULL,
    item_id text NOT NULL,
    meal_period_id text NOT NULL
);

ALTER TABLE ONLY cold.menu_item_period FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.menu_item_period IS 'When an item is served. An item without a row is served all day.';

CREATE TABLE cold.menu_item_stock (
    tenant_id uuid NOT NULL,
    item_id text NOT NULL,
    quantity integer NOT NULL,
    low_at integer,
    CONSTRAINT menu_item_stock_low_at_check CHECK (((low_at >= 0) AND (low_at <= 1000000))),
    CONSTRAINT menu_item_stock_quantity_check CHECK (((quantity >= 0) AND (quantity <= 1000000)))
);

ALTER TABLE ONLY cold.menu_item_stock FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.menu_item_stock IS 'Pieces left. An item without a row is not counted.';

COMMENT ON COLUMN cold.menu_item_stock.low_at IS 'The shop is told once when fewer are left; null: never.';

CREATE TABLE cold.opcode (
    opcode smallint NOT NULL,
    name text NOT NULL,
    CONSTRAINT opcode_opcode_check CHECK (((opcode >= 100) AND (opcode <= 999)))
);

COMMENT ON TABLE cold.opcode IS 'What a row of the universal ledger can say was done.';

CREATE TABLE cold.opening_hours (
    tenant_id uuid NOT NULL,
    weekday smallint NOT NULL,
    opens_at time without time zone NOT NULL,
    closes_at time without time zone NOT NULL,
    CONSTRAINT opening_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

ALTER TABLE ONLY cold.opening_hours FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.opening_hours IS 'Local time; weekday 1 is Monday; closes_at at or before opens_at is on the next day. A shop without rows is always open.';

CREATE TABLE cold.option (
    tenant_id uuid NOT NULL,
    group_id text NOT NULL,
    option_id text NOT NULL,
    option_no integer NOT NULL,
    name text NOT NULL,
    aliases text[] DEFAULT '{}'::text[] NOT NULL,
    price_delta numeric(12,2) DEFAULT 0 NOT NULL,
    allergens text[] DEFAULT '{}'::text[] NOT NULL,
    countable boolean DEFAULT false NOT NULL,
    is_available boolean DEFAULT true NOT NULL,
    is_removed boolean DEFAULT false NOT NULL,
    "position" smallint NOT NULL,
    price numeric(12,2),
    diet text,
    suitable_for text[] DEFAULT '{}'::text[] NOT NULL,
    unsuitable_for text[] DEFAULT '{}'::text[] NOT NULL,
    unavailable_until timestamp with time zone,
    CONSTRAINT option_diet_check CHECK ((diet = ANY (ARRAY['veg'::text, 'egg'::text, 'non_veg'::text]))),
    CONSTRAINT option_option_no_check CHECK ((option_no > 0)),
    CONSTRAINT option_price_check CHECK (((price >= (0)::numeric) AND (price <= (9999999)::numeric))),
    CONSTRAINT option_price_delta_check CHECK (((price_delta >= ('-9999999'::integer)::numeric) AND (price_delta <= (9999999)::numeric)))
);

ALTER TABLE ONLY cold.option FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN cold.option.price IS 'Of an option of a group that replaces the price, and of no other.';

COMMENT ON COLUMN cold.option.suitable_for IS 'Diets an item suits once this is chosen: "Jain preparation".';

COMMENT ON COLUMN cold.option.unsuitable_for IS 'Diets an item no longer suits once this is chosen.';

CREATE TABLE cold.option_group (
    tenant_id uuid NOT NULL,
    group_id text NOT NULL,
    name text NOT NULL,
    min_choices smallint DEFAULT 0 NOT NULL,
    max_choices smallint,
    default_option_id text,
    amounts text[] DEFAULT '{}'::text[] NOT NULL,
    negatable boolean DEFAULT false NOT NULL,
    generic_aliases jsonb DEFAULT '{}'::jsonb NOT NULL,
    replaces_price boolean DEFAULT false NOT NULL,
    CONSTRAINT option_group_check CHECK (((max_choices IS NULL) OR (min_choices <= max_choices))),
    CONSTRAINT option_group_check1 CHECK (((NOT replaces_price) OR (max_choices = 1))),
    CONSTRAINT option_group_max_choices_check CHECK (((max_choices >= 1) AND (max_choices <= 50))),
    CONSTRAINT option_group_min_choices_check CHECK (((min_choices >= 0) AND (min_choices <= 50)))
);

ALTER TABLE ONLY cold.option_group FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN cold.option_group.replaces_price IS 'Variants: the chosen option''s price stands in place of the item''s.';

CREATE TABLE cold.order_adjustment (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    adjustment_no smallint NOT NULL,
    line_no integer,
    quantity integer DEFAULT 0 NOT NULL,
    amount numeric(12,2) NOT NULL,
    reason text NOT NULL,
    actor text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT order_adjustment_actor_check CHECK (((length(actor) >= 1) AND (length(actor) <= 100))),
    CONSTRAINT order_adjustment_amount_check CHECK (((amount >= ('-9999999'::integer)::numeric) AND (amount <= (9999999)::numeric))),
    CONSTRAINT order_adjustment_check CHECK (((line_no IS NOT NULL) OR (quantity = 0))),
    CONSTRAINT order_adjustment_quantity_check CHECK (((quantity >= '-99'::integer) AND (quantity <= 99))),
    CONSTRAINT order_adjustment_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
);

ALTER TABLE ONLY cold.order_adjustment FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.order_adjustment IS 'What changed after an order was placed, signed. Its lines stay as they were ordered.';

CREATE TABLE cold.order_charge (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    charge_no smallint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    code text,
    rate numeric(7,4),
    base numeric(12,2),
    amount numeric(12,2) NOT NULL,
    is_included boolean DEFAULT false NOT NULL,
    CONSTRAINT order_charge_amount_check CHECK (((amount >= ('-9999999'::integer)::numeric) AND (amount <= (9999999)::numeric))),
    CONSTRAINT order_charge_check CHECK (((NOT is_included) OR (kind = 'tax'::text))),
    CONSTRAINT order_charge_kind_check CHECK ((kind = ANY (ARRAY['discount'::text, 'fee'::text, 'tax'::text, 'rounding'::text])))
);

ALTER TABLE ONLY cold.order_charge FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.order_charge IS 'What an order costs beyond its lines, signed. Included tax is told and not added.';

CREATE TABLE cold.order_contact (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    name text,
    address text,
    latitude double precision,
    longitude double precision,
    phone text,
    CONSTRAINT order_contact_address_check CHECK (((length(address) >= 1) AND (length(address) <= 500))),
    CONSTRAINT order_contact_name_check CHECK ((length(name) <= 128))
);

ALTER TABLE ONLY cold.order_contact FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.order_contact IS 'Where an order goes, apart from the order so that it can be erased.';

CREATE TABLE cold.order_counter (
    tenant_id uuid NOT NULL,
    last_no bigint NOT NULL,
    order_day date NOT NULL
);

ALTER TABLE ONLY cold.order_counter FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.order_counter IS 'Order numbers come from here and not from a sequence: per shop and day, and without holes.';

CREATE TABLE cold.order_event (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    seq integer NOT NULL,
    status text NOT NULL,
    actor text NOT NULL,
    reason text,
    data jsonb DEFAULT '{}'::jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT order_event_actor_check CHECK (((length(actor) >= 1) AND (length(actor) <= 100))),
    CONSTRAINT order_event_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200))),
    CONSTRAINT order_event_seq_check CHECK ((seq > 0))
);

ALTER TABLE ONLY cold.order_event FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.order_event IS 'The life of an order, numbered without gaps; orders.event_seq is the last.';

CREATE TABLE cold.order_item (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    line_no integer NOT NULL,
    menu_item_id text NOT NULL,
    item_name text NOT NULL,
    quantity integer NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    subtotal numeric(12,2) NOT NULL,
    without jsonb DEFAULT '[]'::jsonb NOT NULL,
    note text,
    accepted jsonb DEFAULT '[]'::jsonb NOT NULL,
    asked_by text,
    CONSTRAINT order_item_asked_by_check CHECK ((length(asked_by) <= 128)),
    CONSTRAINT order_item_check CHECK ((subtotal = ((quantity)::numeric * unit_price))),
    CONSTRAINT order_item_quantity_check CHECK (((quantity >= 1) AND (quantity <= 99))),
    CONSTRAINT order_item_subtotal_check CHECK (((subtotal >= (0)::numeric) AND (subtotal <= (999999999)::numeric))),
    CONSTRAINT order_item_unit_price_check CHECK (((unit_price >= (0)::numeric) AND (unit_price <= (9999999)::numeric)))
);

ALTER TABLE ONLY cold.order_item FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN cold.order_item.asked_by IS 'Who at the table asked for it.';

CREATE TABLE cold.order_item_ingredient (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    line_no integer NOT NULL,
    ingredient_id text NOT NULL,
    amount numeric(14,3) NOT NULL,
    CONSTRAINT order_item_ingredient_amount_check CHECK (((amount >= 0.001) AND (amount <= (1000000)::numeric)))
);

ALTER TABLE ONLY cold.order_item_ingredient FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.order_item_ingredient IS 'What one piece of a line has taken: so much goes back, whatever the recipe says by then.';

CREATE TABLE cold.order_item_option (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    line_no integer NOT NULL,
    group_id text NOT NULL,
    option_id text NOT NULL,
    option_name text NOT NULL,
    amount text,
    count smallint DEFAULT 1 NOT NULL,
    price_delta numeric(12,2) NOT NULL,
    price numeric(12,2),
    CONSTRAINT order_item_option_count_check CHECK (((count >= 1) AND (count <= 9))),
    CONSTRAINT order_item_option_price_check CHECK (((price >= (0)::numeric) AND (price <= (9999999)::numeric)))
);

ALTER TABLE ONLY cold.order_item_option FORCE ROW LEVEL SECURITY;

CREATE TABLE cold.order_message (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    channel text NOT NULL,
    bot_id bigint DEFAULT 0 NOT NULL,
    chat text NOT NULL,
    message_id bigint NOT NULL,
    event_seq integer,
    CONSTRAINT order_message_channel_check CHECK (((length(channel) >= 1) AND (length(channel) <= 20))),
    CONSTRAINT order_message_chat_check CHECK (((length(chat) >= 1) AND (length(chat) <= 64)))
);

ALTER TABLE ONLY cold.order_message FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.order_message IS 'The one message of an order in a chat, edited as the order goes.';

COMMENT ON COLUMN cold.order_message.event_seq IS 'How far the order had come when the message was new: what happened up to then was in it from the start.';

CREATE TABLE cold.order_rule (
    tenant_id uuid NOT NULL,
    order_type_id smallint NOT NULL,
    minimum_order numeric(12,2) NOT NULL,
    CONSTRAINT order_rule_minimum_order_check CHECK (((minimum_order >= (0)::numeric) AND (minimum_order <= (9999999)::numeric)))
);

ALTER TABLE ONLY cold.order_rule FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.order_rule IS 'The least the dishes of an order must come to.';

CREATE TABLE cold.order_source_type (
    order_source_id smallint NOT NULL,
    source_name text NOT NULL
);

CREATE TABLE cold.order_type_table (
    order_type_id smallint NOT NULL,
    order_type_name text NOT NULL
);

CREATE TABLE cold.orders (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    order_no bigint NOT NULL,
    customer_id uuid NOT NULL,
    session_id text NOT NULL,
    checkout_id uuid NOT NULL,
    command_id text NOT NULL,
    order_type_id smallint NOT NULL,
    order_source_id smallint NOT NULL,
    status text DEFAULT 'placed'::text NOT NULL,
    payment_method text NOT NULL,
    total_amount numeric(12,2) NOT NULL,
    currency character(3) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pickup_at timestamp with time zone,
    dietary jsonb DEFAULT '{}'::jsonb NOT NULL,
    order_day date NOT NULL,
    subtotal numeric(12,2) NOT NULL,
    ready_at timestamp with time zone,
    table_no text,
    zone_id text,
    event_seq integer DEFAULT 0 NOT NULL,
    tab_id uuid,
    CONSTRAINT orders_status_check CHECK ((status = ANY (ARRAY['placed'::text, 'accepted'::text, 'preparing'::text, 'ready'::text, 'out_for_delivery'::text, 'completed'::text, 'rejected'::text, 'cancelled'::text]))),
    CONSTRAINT orders_subtotal_check CHECK (((subtotal >= (0)::numeric) AND (subtotal <= (999999999)::numeric))),
    CONSTRAINT orders_total_amount_check CHECK (((total_amount >= (0)::numeric) AND (total_amount <= (999999999)::numeric)))
);

ALTER TABLE ONLY cold.orders FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN cold.orders.order_no IS 'The number people say; it counts up from 1 every day of the shop.';

COMMENT ON COLUMN cold.orders.pickup_at IS 'When the order is wanted; null: as soon as it is ready.';

COMMENT ON COLUMN cold.orders.dietary IS 'The customer''s rules when he ordered: the banner of the ticket.';

COMMENT ON COLUMN cold.orders.ready_at IS 'When the shop said it would be ready.';

CREATE TABLE cold.orevents (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    actorid text NOT NULL,
    targetid text NOT NULL,
    nodeid text NOT NULL,
    opcode smallint NOT NULL,
    qty integer DEFAULT 0 NOT NULL,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT orevents_actorid_check CHECK (((length(actorid) >= 1) AND (length(actorid) <= 128))),
    CONSTRAINT orevents_nodeid_check CHECK (((length(nodeid) >= 1) AND (length(nodeid) <= 128))),
    CONSTRAINT orevents_targetid_check CHECK (((length(targetid) >= 1) AND (length(targetid) <= 128)))
);

ALTER TABLE ONLY cold.orevents FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.orevents IS 'The universal ledger: who (actorid) did what (opcode) where (targetid: a table, an order) with what (nodeid).';

CREATE TABLE cold.outbox (
    tenant_id uuid NOT NULL,
    outbox_id uuid DEFAULT gen_random_uuid() NOT NULL,
    topic text NOT NULL,
    dedupe_key text NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    order_id uuid,
    channel text,
    chat text,
    status text DEFAULT 'new'::text NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    next_at timestamp with time zone DEFAULT now() NOT NULL,
    lease_token uuid,
    lease_until timestamp with time zone,
    sent_at timestamp with time zone,
    error text,
    unsure boolean DEFAULT false NOT NULL,
    "position" bigint NOT NULL,
    lane text DEFAULT ''::text NOT NULL,
    CONSTRAINT outbox_chat_check CHECK (((length(chat) >= 1) AND (length(chat) <= 64))),
    CONSTRAINT outbox_lane_check CHECK ((length(lane) <= 128)),
    CONSTRAINT outbox_status_check CHECK ((status = ANY (ARRAY['new'::text, 'sent'::text, 'dead'::text])))
);

ALTER TABLE ONLY cold.outbox FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.outbox IS 'Notices that exist exactly when the change they tell of was committed.';

COMMENT ON COLUMN cold.outbox.unsure IS 'It was sent without an answer and may have arrived: it is sent once more and then left.';

COMMENT ON COLUMN cold.outbox."position" IS 'The order of the notices of one chat.';

COMMENT ON COLUMN cold.outbox.lane IS 'Notices of one chat are told in order within a lane; lanes do not wait for each other.';

ALTER TABLE cold.outbox ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME cold.outbox_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE cold.payments (
    tenant_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    order_id uuid,
    method text NOT NULL,
    status text DEFAULT 'due'::text NOT NULL,
    amount numeric(12,2) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    checkout_id uuid,
    currency character(3),
    provider text,
    charge_id text,
    reference text,
    refunded numeric(12,2) DEFAULT 0 NOT NULL,
    paid_at timestamp with time zone,
    updated_at timestamp with time zone,
    tab_id uuid,
    bill_no smallint,
    CONSTRAINT payments_amount_check CHECK (((amount >= (0)::numeric) AND (amount <= (999999999)::numeric))),
    CONSTRAINT payments_belong_somewhere CHECK (((COALESCE(order_id, checkout_id, tab_id) IS NOT NULL) OR (charge_id IS NOT NULL))),
    CONSTRAINT payments_charge_id_check CHECK (((length(charge_id) >= 1) AND (length(charge_id) <= 200))),
    CONSTRAINT payments_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 64))),
    CONSTRAINT payments_refund_what_was_paid CHECK (((refunded >= (0)::numeric) AND (refunded <= amount))),
    CONSTRAINT payments_status_check CHECK ((status = ANY (ARRAY['due'::text, 'pending'::text, 'paid'::text, 'failed'::text, 'void'::text, 'refund_due'::text, 'refunded'::text])))
);

ALTER TABLE ONLY cold.payments FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.payments IS 'Tenders: what is to be paid, was paid and goes back. Of an invoice not yet paid, checkout_id and no order.';

COMMENT ON COLUMN cold.payments.status IS 'due: at the counter or the door; pending: asked for; paid; failed; void: no longer asked for; refund_due: must go back; refunded.';

CREATE TABLE cold.person_seen (
    tenant_id uuid NOT NULL,
    channel text NOT NULL,
    sender text NOT NULL,
    username text,
    name text,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT person_seen_channel_check CHECK (((length(channel) >= 1) AND (length(channel) <= 20))),
    CONSTRAINT person_seen_name_check CHECK ((length(name) <= 128)),
    CONSTRAINT person_seen_sender_check CHECK (((length(sender) >= 1) AND (length(sender) <= 64))),
    CONSTRAINT person_seen_username_check CHECK (((length(username) >= 1) AND (length(username) <= 64)))
);

ALTER TABLE ONLY cold.person_seen FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.person_seen IS 'Who has written in a room of the shop: a name is no proof, so "@asha" is looked up among verified user ids.';

CREATE TABLE cold.pickup_slot (
    tenant_id uuid NOT NULL,
    slot_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY cold.pickup_slot FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.pickup_slot IS 'What is locked while the bookings of a slot are counted.';

CREATE TABLE cold.receipt (
    tenant_id uuid NOT NULL,
    receipt_no bigint NOT NULL,
    order_id uuid NOT NULL,
    token uuid DEFAULT gen_random_uuid() NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    prints integer DEFAULT 0 NOT NULL
);

ALTER TABLE ONLY cold.receipt FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.receipt IS 'Receipt numbers without gaps. token is the unguessable part of its link.';

COMMENT ON COLUMN cold.receipt.prints IS 'How often it was handed out; from the second time on it is marked as a copy.';

CREATE TABLE cold.receipt_counter (
    tenant_id uuid NOT NULL,
    last_no bigint NOT NULL
);

ALTER TABLE ONLY cold.receipt_counter FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.receipt_counter IS 'Receipt numbers come from here: its row is locked until the receipt is committed, so none is left out.';

CREATE TABLE cold.recipe (
    tenant_id uuid NOT NULL,
    item_id text NOT NULL,
    ingredient_id text NOT NULL,
    amount numeric(14,3) NOT NULL,
    CONSTRAINT recipe_amount_check CHECK (((amount >= 0.001) AND (amount <= (1000000)::numeric)))
);

ALTER TABLE ONLY cold.recipe FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.recipe IS 'What one piece of a dish takes, in the unit of the ingredient.';

CREATE TABLE cold.review (
    tenant_id uuid NOT NULL,
    order_id uuid NOT NULL,
    stars smallint NOT NULL,
    words text,
    at timestamp with time zone NOT NULL,
    CONSTRAINT review_stars_check CHECK (((stars >= 1) AND (stars <= 5))),
    CONSTRAINT review_words_check CHECK (((length(words) >= 1) AND (length(words) <= 500)))
);

ALTER TABLE ONLY cold.review FORCE ROW LEVEL SECURITY;

CREATE TABLE cold.room (
    tenant_id uuid NOT NULL,
    room_id uuid DEFAULT gen_random_uuid() NOT NULL,
    channel text NOT NULL,
    chat text NOT NULL,
    kind text NOT NULL,
    stations text[] DEFAULT '{}'::text[] NOT NULL,
    alerts text[],
    bound_by text NOT NULL,
    bound_at timestamp with time zone NOT NULL,
    unbound_by text,
    unbound_at timestamp with time zone,
    board_bot bigint,
    board_message bigint,
    lost_at timestamp with time zone,
    CONSTRAINT room_bound_by_check CHECK (((length(bound_by) >= 1) AND (length(bound_by) <= 128))),
    CONSTRAINT room_channel_check CHECK (((length(channel) >= 1) AND (length(channel) <= 20))),
    CONSTRAINT room_chat_check CHECK (((length(chat) >= 1) AND (length(chat) <= 64))),
    CONSTRAINT room_check CHECK (((unbound_by IS NULL) = (unbound_at IS NULL))),
    CONSTRAINT room_kind_check CHECK ((kind = ANY (ARRAY['kitchen'::text, 'counter'::text, 'inventory'::text, 'riders'::text, 'owner'::text]))),
    CONSTRAINT room_unbound_by_check CHECK (((length(unbound_by) >= 1) AND (length(unbound_by) <= 128)))
);

ALTER TABLE ONLY cold.room FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.room IS 'Topics of groups that are rooms of the shop. Binding one again, or ending it, is another row; none is ever deleted.';

COMMENT ON COLUMN cold.room.chat IS 'A group, or group/topic: "-100123/45".';

COMMENT ON COLUMN cold.room.stations IS 'Categories of the menu that are cooked here; none: all of them.';

COMMENT ON COLUMN cold.room.alerts IS 'What it is told of by itself; null: what is usual for its kind.';

COMMENT ON COLUMN cold.room.board_message IS 'The message that shows what is open, edited as it goes.';

COMMENT ON COLUMN cold.room.lost_at IS 'Since when it cannot be reached, which the other rooms were told; null: it can.';

CREATE TABLE cold.sessions (
    tenant_id uuid NOT NULL,
    session_id text NOT NULL,
    channel text NOT NULL,
    chat text NOT NULL,
    sender text NOT NULL,
    customer_id uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    dietary jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT sessions_channel_check CHECK (((length(channel) >= 1) AND (length(channel) <= 20))),
    CONSTRAINT sessions_chat_check CHECK (((length(chat) >= 1) AND (length(chat) <= 64))),
    CONSTRAINT sessions_sender_check CHECK (((length(sender) >= 1) AND (length(sender) <= 64)))
);

ALTER TABLE ONLY cold.sessions FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN cold.sessions.dietary IS 'The rules the session began with, as the customer had them remembered.';

CREATE TABLE cold.slot_booking (
    tenant_id uuid NOT NULL,
    session_id text NOT NULL,
    slot_at timestamp with time zone NOT NULL,
    order_id uuid,
    expires_at timestamp with time zone,
    booking_id uuid DEFAULT gen_random_uuid() NOT NULL,
    CONSTRAINT slot_booking_check CHECK (((order_id IS NULL) = (expires_at IS NOT NULL)))
);

ALTER TABLE ONLY cold.slot_booking FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.slot_booking IS 'A place in a slot: of an open checkout until it expires, then of its order.';

CREATE TABLE cold.special_day (
    tenant_id uuid NOT NULL,
    day date NOT NULL,
    opens_at time without time zone,
    closes_at time without time zone,
    CONSTRAINT special_day_check CHECK (((opens_at IS NULL) = (closes_at IS NULL)))
);

ALTER TABLE ONLY cold.special_day FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.special_day IS 'Hours of one date in place of its weekday''s; without times the shop is closed.';

CREATE TABLE cold.staff_event (
    tenant_id uuid NOT NULL,
    event_no bigint NOT NULL,
    member_id uuid,
    action text NOT NULL,
    subject text NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    undoes bigint,
    command_id text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT staff_event_event_no_check CHECK ((event_no > 0))
);

ALTER TABLE ONLY cold.staff_event FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.staff_event IS 'What staff did, append-only: before and after are the values of the subject. An undo is a row of its own.';

COMMENT ON COLUMN cold.staff_event.member_id IS 'Null: nobody of the staff has done it, such as taking the bot out of a group.';

CREATE TABLE cold.staff_invite (
    tenant_id uuid NOT NULL,
    invite_id uuid DEFAULT gen_random_uuid() NOT NULL,
    code_hash bytea NOT NULL,
    role text NOT NULL,
    invited_by text NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_by text,
    used_at timestamp with time zone,
    CONSTRAINT staff_invite_check CHECK (((used_by IS NULL) = (used_at IS NULL))),
    CONSTRAINT staff_invite_code_hash_check CHECK ((length(code_hash) = 32)),
    CONSTRAINT staff_invite_invited_by_check CHECK (((length(invited_by) >= 1) AND (length(invited_by) <= 128))),
    CONSTRAINT staff_invite_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'kitchen'::text, 'counter'::text, 'waiter'::text, 'inventory'::text, 'rider'::text]))),
    CONSTRAINT staff_invite_used_by_check CHECK (((length(used_by) >= 1) AND (length(used_by) <= 128)))
);

ALTER TABLE ONLY cold.staff_invite FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.staff_invite IS 'One-time codes by which somebody joins the staff. Only their SHA-256 is kept.';

CREATE TABLE cold.staff_member (
    tenant_id uuid NOT NULL,
    member_id uuid NOT NULL,
    channel text NOT NULL,
    sender text NOT NULL,
    role text NOT NULL,
    granted_by text NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    revoked_by text,
    revoked_at timestamp with time zone,
    CONSTRAINT staff_member_channel_check CHECK (((length(channel) >= 1) AND (length(channel) <= 20))),
    CONSTRAINT staff_member_check CHECK (((revoked_by IS NULL) = (revoked_at IS NULL))),
    CONSTRAINT staff_member_granted_by_check CHECK (((length(granted_by) >= 1) AND (length(granted_by) <= 128))),
    CONSTRAINT staff_member_is_a_person CHECK (((channel <> 'telegram'::text) OR ((sender ~ '^[1-9][0-9]{0,18}$'::text) AND (sender <> ALL (ARRAY['777000'::text, '136817688'::text, '1087968824'::text]))))),
    CONSTRAINT staff_member_revoked_by_check CHECK (((length(revoked_by) >= 1) AND (length(revoked_by) <= 128))),
    CONSTRAINT staff_member_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'kitchen'::text, 'counter'::text, 'waiter'::text, 'inventory'::text, 'rider'::text]))),
    CONSTRAINT staff_member_sender_check CHECK (((length(sender) >= 1) AND (length(sender) <= 64)))
);

ALTER TABLE ONLY cold.staff_member FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.staff_member IS 'Grants: who, by the channel''s verified user id, may act as what. Another role is another row; none is ever deleted.';

CREATE TABLE cold.stock_hold (
    tenant_id uuid NOT NULL,
    session_id text NOT NULL,
    item_id text NOT NULL,
    quantity integer NOT NULL,
    checkout_id uuid NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT stock_hold_quantity_check CHECK (((quantity >= 1) AND (quantity <= 1000000)))
);

ALTER TABLE ONLY cold.stock_hold FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.stock_hold IS 'Pieces an open checkout keeps for its customer until it expires.';

CREATE TABLE cold.tab (
    tenant_id uuid NOT NULL,
    tab_id uuid DEFAULT gen_random_uuid() NOT NULL,
    table_no text NOT NULL,
    opened_by text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_by text,
    closed_at timestamp with time zone,
    merged_into uuid,
    CONSTRAINT tab_check CHECK (((closed_by IS NULL) = (closed_at IS NULL))),
    CONSTRAINT tab_check1 CHECK (((merged_into IS NULL) OR (closed_at IS NOT NULL))),
    CONSTRAINT tab_closed_by_check CHECK (((length(closed_by) >= 1) AND (length(closed_by) <= 128))),
    CONSTRAINT tab_opened_by_check CHECK (((length(opened_by) >= 1) AND (length(opened_by) <= 128))),
    CONSTRAINT tab_table_no_check CHECK (((length(table_no) >= 1) AND (length(table_no) <= 20)))
);

ALTER TABLE ONLY cold.tab FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.tab IS 'What a table has from sitting down to paying. Its rounds are orders.';

CREATE TABLE cold.tab_bill (
    tenant_id uuid NOT NULL,
    tab_id uuid NOT NULL,
    bill_no smallint NOT NULL,
    split text NOT NULL,
    label text NOT NULL,
    amount numeric(12,2) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    void_at timestamp with time zone,
    CONSTRAINT tab_bill_amount_check CHECK (((amount >= (0)::numeric) AND (amount <= (999999999)::numeric))),
    CONSTRAINT tab_bill_bill_no_check CHECK (((bill_no >= 1) AND (bill_no <= 9999))),
    CONSTRAINT tab_bill_label_check CHECK (((length(label) >= 1) AND (length(label) <= 128))),
    CONSTRAINT tab_bill_split_check CHECK ((split = ANY (ARRAY['whole'::text, 'line'::text, 'guest'::text, 'equal'::text])))
);

ALTER TABLE ONLY cold.tab_bill FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.tab_bill IS 'Parts a tab is paid in; those that are not void come to what the tab comes to.';

CREATE TABLE cold.tab_bill_line (
    tenant_id uuid NOT NULL,
    tab_id uuid NOT NULL,
    bill_no smallint NOT NULL,
    order_id uuid NOT NULL,
    line_no integer NOT NULL,
    amount numeric(12,2) NOT NULL,
    CONSTRAINT tab_bill_line_amount_check CHECK (((amount >= (0)::numeric) AND (amount <= (999999999)::numeric)))
);

ALTER TABLE ONLY cold.tab_bill_line FORCE ROW LEVEL SECURITY;

CREATE TABLE cold.tab_guest (
    tenant_id uuid NOT NULL,
    tab_id uuid NOT NULL,
    session_id text NOT NULL,
    name text,
    joined_at timestamp with time zone NOT NULL,
    CONSTRAINT tab_guest_name_check CHECK ((length(name) <= 128))
);

ALTER TABLE ONLY cold.tab_guest FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.tab_guest IS 'Who sits at it: guests see the tab they have joined and no other.';

CREATE TABLE cold.tax_part (
    tenant_id uuid NOT NULL,
    tax_class text NOT NULL,
    tax_name text NOT NULL,
    rate numeric(7,4) NOT NULL,
    "position" smallint DEFAULT 0 NOT NULL,
    CONSTRAINT tax_part_rate_check CHECK (((rate >= (0)::numeric) AND (rate <= (100)::numeric))),
    CONSTRAINT tax_part_tax_class_check CHECK (((length(tax_class) >= 1) AND (length(tax_class) <= 64))),
    CONSTRAINT tax_part_tax_name_check CHECK (((length(tax_name) >= 1) AND (length(tax_name) <= 40)))
);

ALTER TABLE ONLY cold.tax_part FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.tax_part IS 'What a tax class consists of: GST of 5 % is CGST 2.5 and SGST 2.5. rate is in per cent.';

CREATE TABLE cold.tenant_bot (
    tenant_id uuid NOT NULL,
    bot_id bigint NOT NULL,
    token text NOT NULL
);

ALTER TABLE ONLY cold.tenant_bot FORCE ROW LEVEL SECURITY;

CREATE TABLE cold.tenant_order_type (
    tenant_id uuid NOT NULL,
    order_type_id smallint NOT NULL
);

ALTER TABLE ONLY cold.tenant_order_type FORCE ROW LEVEL SECURITY;

CREATE TABLE cold.tenants (
    tenant_id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    currency character(3) NOT NULL,
    time_zone text NOT NULL,
    language text DEFAULT 'en'::text NOT NULL,
    default_order_type_id smallint,
    payment_methods text[] DEFAULT '{cash,card,upi}'::text[] NOT NULL,
    checkout_minutes smallint DEFAULT 15 NOT NULL,
    session_idle_hours smallint DEFAULT 24 NOT NULL,
    menu_version bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_order_minutes smallint DEFAULT 0 NOT NULL,
    order_ahead_days smallint DEFAULT 7 NOT NULL,
    daily_tokens integer,
    languages text[] DEFAULT '{}'::text[] NOT NULL,
    prices_include_tax boolean DEFAULT true NOT NULL,
    default_tax_class text,
    rounding numeric(12,2) DEFAULT 0 NOT NULL,
    prep_minutes smallint DEFAULT 20 NOT NULL,
    slot_minutes smallint,
    slot_capacity integer,
    cancel_until text DEFAULT 'placed'::text NOT NULL,
    legal_name text,
    tax_number text,
    address text,
    receipt_prefix text DEFAULT ''::text NOT NULL,
    upi_id text,
    payment_provider_token text,
    accept_minutes smallint DEFAULT 5,
    CONSTRAINT tenants_accept_minutes_check CHECK (((accept_minutes >= 1) AND (accept_minutes <= 120))),
    CONSTRAINT tenants_address_check CHECK (((length(address) >= 1) AND (length(address) <= 500))),
    CONSTRAINT tenants_cancel_until_check CHECK ((cancel_until = ANY (ARRAY['never'::text, 'placed'::text, 'accepted'::text, 'preparing'::text, 'ready'::text]))),
    CONSTRAINT tenants_check CHECK (((slot_minutes IS NULL) = (slot_capacity IS NULL))),
    CONSTRAINT tenants_checkout_minutes_check CHECK (((checkout_minutes >= 1) AND (checkout_minutes <= 1440))),
    CONSTRAINT tenants_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT tenants_daily_tokens_check CHECK ((daily_tokens >= 0)),
    CONSTRAINT tenants_default_tax_class_check CHECK (((length(default_tax_class) >= 1) AND (length(default_tax_class) <= 64))),
    CONSTRAINT tenants_last_order_minutes_check CHECK (((last_order_minutes >= 0) AND (last_order_minutes <= 240))),
    CONSTRAINT tenants_legal_name_check CHECK (((length(legal_name) >= 1) AND (length(legal_name) <= 200))),
    CONSTRAINT tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT tenants_order_ahead_days_check CHECK (((order_ahead_days >= 0) AND (order_ahead_days <= 60))),
    CONSTRAINT tenants_payment_provider_token_check CHECK (((length(payment_provider_token) >= 1) AND (length(payment_provider_token) <= 200))),
    CONSTRAINT tenants_prep_minutes_check CHECK (((prep_minutes >= 0) AND (prep_minutes <= 1440))),
    CONSTRAINT tenants_receipt_prefix_check CHECK ((receipt_prefix ~ '^[A-Za-z0-9/-]{0,12}$'::text)),
    CONSTRAINT tenants_rounding_check CHECK (((rounding >= (0)::numeric) AND (rounding <= (1000)::numeric))),
    CONSTRAINT tenants_session_idle_hours_check CHECK (((session_idle_hours >= 1) AND (session_idle_hours <= 8760))),
    CONSTRAINT tenants_slot_capacity_check CHECK (((slot_capacity >= 1) AND (slot_capacity <= 10000))),
    CONSTRAINT tenants_slot_minutes_check CHECK (((slot_minutes >= 5) AND (slot_minutes <= 240))),
    CONSTRAINT tenants_slug_check CHECK ((slug ~ '^[a-z][a-z0-9_-]{0,39}$'::text)),
    CONSTRAINT tenants_tax_number_check CHECK (((length(tax_number) >= 1) AND (length(tax_number) <= 64))),
    CONSTRAINT tenants_upi_id_check CHECK ((upi_id ~ '^[A-Za-z0-9._-]{2,255}@[A-Za-z0-9.-]{2,64}$'::text))
);

ALTER TABLE ONLY cold.tenants FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.tenants IS 'The directory of shops. menu_version moves with every menu change.';

COMMENT ON COLUMN cold.tenants.default_order_type_id IS 'What is meant where nothing is said; null: the customer is asked, where several are offered.';

COMMENT ON COLUMN cold.tenants.last_order_minutes IS 'How long before closing the last order is taken.';

COMMENT ON COLUMN cold.tenants.order_ahead_days IS 'How many days ahead an order can be placed for; 0: only for now.';

COMMENT ON COLUMN cold.tenants.daily_tokens IS 'Tokens the shop may spend on models in a day of its own; null: as many as the service allows, 0: no model.';

COMMENT ON COLUMN cold.tenants.languages IS 'Languages the shop answers in beside its own; none: every one there is.';

COMMENT ON COLUMN cold.tenants.prices_include_tax IS 'Menu prices and fees hold their tax already; else it comes on top.';

COMMENT ON COLUMN cold.tenants.default_tax_class IS 'Of items and fees that name none; null: they are not taxed.';

COMMENT ON COLUMN cold.tenants.rounding IS 'A total is rounded to the nearest multiple of it, halves up; 0: not at all.';

COMMENT ON COLUMN cold.tenants.prep_minutes IS 'How long an order usually takes to be ready.';

COMMENT ON COLUMN cold.tenants.slot_minutes IS 'Orders for later are taken in slots this long, slot_capacity a slot; null: without slots.';

COMMENT ON COLUMN cold.tenants.cancel_until IS 'The last status in which a customer may still cancel or change an order.';

COMMENT ON COLUMN cold.tenants.payment_provider_token IS 'What @BotFather gave for Telegram invoices; null: none are sent.';

COMMENT ON COLUMN cold.tenants.accept_minutes IS 'An order nobody has accepted for so long is called out, and once more so long later to its customer; null: never.';

CREATE TABLE cold.turns (
    tenant_id uuid NOT NULL,
    command_id text NOT NULL,
    session_id text NOT NULL,
    tool text NOT NULL,
    source text NOT NULL,
    provider text,
    prompt_tokens integer DEFAULT 0 NOT NULL,
    completion_tokens integer DEFAULT 0 NOT NULL,
    llm_ms integer DEFAULT 0 NOT NULL,
    at timestamp with time zone NOT NULL,
    llm_cost numeric(14,8),
    CONSTRAINT turns_command_id_check CHECK (((length(command_id) >= 1) AND (length(command_id) <= 200))),
    CONSTRAINT turns_llm_cost_check CHECK (((llm_cost >= (0)::numeric) AND (llm_cost <= (999999)::numeric)))
);

ALTER TABLE ONLY cold.turns FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE cold.turns IS 'One row per call: makes a repeated command harmless, and tells who understood it at what cost.';

COMMENT ON COLUMN cold.turns.llm_cost IS 'What the tokens cost by the list, in US dollars; null: the price is not known.';

CREATE UNLOGGED TABLE hot.session_cart (
    tenant_id uuid NOT NULL,
    session_id text NOT NULL,
    line_no integer NOT NULL,
    line_key text NOT NULL,
    item_id text NOT NULL,
    item_name text NOT NULL,
    quantity integer NOT NULL,
    price numeric(12,2) NOT NULL,
    options jsonb DEFAULT '[]'::jsonb NOT NULL,
    without jsonb DEFAULT '[]'::jsonb NOT NULL,
    note text,
    is_active boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    accepted jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT session_cart_line_no_check CHECK (((line_no >= 1) AND (line_no <= 32767))),
    CONSTRAINT session_cart_price_check CHECK (((price >= (0)::numeric) AND (price <= (9999999)::numeric))),
    CONSTRAINT session_cart_quantity_check CHECK (((quantity >= 1) AND (quantity <= 99)))
)
WITH (fillfactor='50');

ALTER TABLE ONLY hot.session_cart FORCE ROW LEVEL SECURITY;

COMMENT ON COLUMN hot.session_cart.accepted IS 'Conflicts with the customer''s rules that he accepted for this line: ["allergen:peanut", "diet:jain"].';

CREATE UNLOGGED TABLE hot.session_checkout (
    tenant_id uuid NOT NULL,
    session_id text NOT NULL,
    checkout_id uuid NOT NULL,
    order_type text NOT NULL,
    cart_hash text NOT NULL,
    total numeric(12,2) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    pickup_at timestamp with time zone,
    quote jsonb DEFAULT '{}'::jsonb NOT NULL
);

ALTER TABLE ONLY hot.session_checkout FORCE ROW LEVEL SECURITY;

CREATE UNLOGGED TABLE hot.session_state (
    tenant_id uuid NOT NULL,
    session_id text NOT NULL,
    user_id uuid NOT NULL,
    version integer NOT NULL,
    current_step text NOT NULL,
    last_mentioned_line integer,
    last_mentioned_item_id text,
    last_mentioned_item_name text,
    last_shown_menu jsonb DEFAULT '[]'::jsonb NOT NULL,
    last_activity_at timestamp with time zone NOT NULL,
    dietary jsonb DEFAULT '{}'::jsonb NOT NULL,
    pickup_at timestamp with time zone,
    order_type text,
    fulfilment jsonb DEFAULT '{}'::jsonb NOT NULL,
    coupon_code text
)
WITH (fillfactor='50');

ALTER TABLE ONLY hot.session_state FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE hot.session_state IS 'The validity marker: where this row is absent the session is replayed before anything is read.';

COMMENT ON COLUMN hot.session_state.dietary IS '{"allergens": [], "diets": [], "unchecked": [], "kept": false}, or {} without rules.';

COMMENT ON COLUMN hot.session_state.order_type IS 'As chosen in this session; null: not yet.';

COMMENT ON COLUMN hot.session_state.fulfilment IS '{"table_no": …, "zone_id": …}, with a zone_id, if only null, once the customer has settled where; never an address.';

CREATE TABLE warm.checkouts (
    tenant_id uuid NOT NULL,
    checkout_id uuid NOT NULL,
    session_id text NOT NULL,
    after_seq integer NOT NULL,
    checkout_no integer NOT NULL,
    order_type text NOT NULL,
    cart_hash text NOT NULL,
    total numeric(12,2) NOT NULL,
    currency character(3) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    pickup_at timestamp with time zone,
    quote jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT checkouts_total_check CHECK (((total >= (0)::numeric) AND (total <= (999999999)::numeric)))
);

ALTER TABLE ONLY warm.checkouts FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE warm.checkouts IS 'Every quote a confirm button was shown for: what was in it after which event.';

COMMENT ON COLUMN warm.checkouts.quote IS 'What was quoted: subtotal, discount, fees, taxes, rounding, total.';

CREATE TABLE warm.session_events (
    tenant_id uuid NOT NULL,
    session_id text NOT NULL,
    seq integer NOT NULL,
    event_id uuid DEFAULT gen_random_uuid() NOT NULL,
    event_type text NOT NULL,
    schema_version smallint DEFAULT 1 NOT NULL,
    event_data jsonb NOT NULL,
    command_id text NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    CONSTRAINT session_events_seq_check CHECK ((seq > 0))
)
PARTITION BY RANGE ("timestamp");

ALTER TABLE ONLY warm.session_events FORCE ROW LEVEL SECURITY;

COMMENT ON TABLE warm.session_events IS 'What happened, numbered without gaps per session. Ordered by seq, never by timestamp.';

CREATE TABLE warm.session_events_default (
    tenant_id uuid NOT NULL,
    session_id text NOT NULL,
    seq integer NOT NULL,
    event_id uuid DEFAULT gen_random_uuid() NOT NULL,
    event_type text NOT NULL,
    schema_version smallint DEFAULT 1 NOT NULL,
    event_data jsonb NOT NULL,
    command_id text NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    CONSTRAINT session_events_seq_check CHECK ((seq > 0))
);

ALTER TABLE ONLY warm.session_events_default FORCE ROW LEVEL SECURITY;

ALTER TABLE ONLY warm.session_events ATTACH PARTITION warm.session_events_default DEFAULT;

ALTER TABLE ONLY cold.tenant_bot
    ADD CONSTRAINT bot_serves_one_shop UNIQUE (bot_id);

ALTER TABLE ONLY cold.coupon
    ADD CONSTRAINT coupon_pkey PRIMARY KEY (tenant_id, code);

ALTER TABLE ONLY cold.coupon_redemption
    ADD CONSTRAINT coupon_redemption_pkey PRIMARY KEY (tenant_id, order_id);

ALTER TABLE ONLY cold.customer_contact
    ADD CONSTRAINT customer_contact_pkey PRIMARY KEY (tenant_id, customer_id);

ALTER TABLE ONLY cold.customer_dietary
    ADD CONSTRAINT customer_dietary_pkey PRIMARY KEY (tenant_id, customer_id);

ALTER TABLE ONLY cold.customer_identity
    ADD CONSTRAINT customer_identity_pkey PRIMARY KEY (tenant_id, channel, sender);

ALTER TABLE ONLY cold.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (tenant_id, customer_id);

ALTER TABLE ONLY cold.delivery_zone
    ADD CONSTRAINT delivery_zone_pkey PRIMARY KEY (tenant_id, zone_id);

ALTER TABLE ONLY cold.dining_table
    ADD CONSTRAINT dining_table_pkey PRIMARY KEY (tenant_id, table_no);

ALTER TABLE ONLY cold.fee
    ADD CONSTRAINT fee_pkey PRIMARY KEY (tenant_id, fee_id);

ALTER TABLE ONLY cold.ingredient
    ADD CONSTRAINT ingredient_pkey PRIMARY KEY (tenant_id, ingredient_id);

ALTER TABLE ONLY cold.llm_usage
    ADD CONSTRAINT llm_usage_pkey PRIMARY KEY (tenant_id, day);

ALTER TABLE ONLY cold.meal_period
    ADD CONSTRAINT meal_period_pkey PRIMARY KEY (tenant_id, meal_period_id);

ALTER TABLE ONLY cold.menu_category
    ADD CONSTRAINT menu_category_pkey PRIMARY KEY (tenant_id, category_id);

ALTER TABLE ONLY cold.menu_item_option_group
    ADD CONSTRAINT menu_item_option_group_pkey PRIMARY KEY (tenant_id, item_id, group_id);

ALTER TABLE ONLY cold.menu_item_order_type
    ADD CONSTRAINT menu_item_order_type_pkey PRIMARY KEY (tenant_id, item_id, order_type_id);

ALTER TABLE ONLY cold.menu_item_period
    ADD CONSTRAINT menu_item_period_pkey PRIMARY KEY (tenant_id, item_id, meal_period_id);

ALTER TABLE ONLY cold.menu_item
    ADD CONSTRAINT menu_item_pkey PRIMARY KEY (tenant_id, item_id);

ALTER TABLE ONLY cold.menu_item_stock
    ADD CONSTRAINT menu_item_stock_pkey PRIMARY KEY (tenant_id, item_id);

ALTER TABLE ONLY cold.menu_item
    ADD CONSTRAINT menu_item_tenant_id_item_no_key UNIQUE (tenant_id, item_no);

ALTER TABLE ONLY cold.opcode
    ADD CONSTRAINT opcode_name_key UNIQUE (name);

ALTER TABLE ONLY cold.opcode
    ADD CONSTRAINT opcode_pkey PRIMARY KEY (opcode);

ALTER TABLE ONLY cold.opening_hours
    ADD CONSTRAINT opening_hours_pkey PRIMARY KEY (tenant_id, weekday, opens_at);

ALTER TABLE ONLY cold.option_group
    ADD CONSTRAINT option_group_pkey PRIMARY KEY (tenant_id, group_id);

ALTER TABLE ONLY cold.option
    ADD CONSTRAINT option_pkey PRIMARY KEY (tenant_id, group_id, option_id);

ALTER TABLE ONLY cold.option
    ADD CONSTRAINT option_tenant_id_option_no_key UNIQUE (tenant_id, option_no);

ALTER TABLE ONLY cold.order_adjustment
    ADD CONSTRAINT order_adjustment_pkey PRIMARY KEY (tenant_id, order_id, adjustment_no);

ALTER TABLE ONLY cold.order_charge
    ADD CONSTRAINT order_charge_pkey PRIMARY KEY (tenant_id, order_id, charge_no);

ALTER TABLE ONLY cold.order_contact
    ADD CONSTRAINT order_contact_pkey PRIMARY KEY (tenant_id, order_id);

ALTER TABLE ONLY cold.order_counter
    ADD CONSTRAINT order_counter_pkey PRIMARY KEY (tenant_id, order_day);

ALTER TABLE ONLY cold.order_event
    ADD CONSTRAINT order_event_pkey PRIMARY KEY (tenant_id, order_id, seq);

ALTER TABLE ONLY cold.order_item_ingredient
    ADD CONSTRAINT order_item_ingredient_pkey PRIMARY KEY (tenant_id, order_id, line_no, ingredient_id);

ALTER TABLE ONLY cold.order_item_option
    ADD CONSTRAINT order_item_option_pkey PRIMARY KEY (tenant_id, order_id, line_no, group_id, option_id);

ALTER TABLE ONLY cold.order_item
    ADD CONSTRAINT order_item_pkey PRIMARY KEY (tenant_id, order_id, line_no);

ALTER TABLE ONLY cold.order_message
    ADD CONSTRAINT order_message_pkey PRIMARY KEY (tenant_id, order_id, channel, chat);

ALTER TABLE ONLY cold.order_rule
    ADD CONSTRAINT order_rule_pkey PRIMARY KEY (tenant_id, order_type_id);

ALTER TABLE ONLY cold.order_source_type
    ADD CONSTRAINT order_source_type_pkey PRIMARY KEY (order_source_id);

ALTER TABLE ONLY cold.order_source_type
    ADD CONSTRAINT order_source_type_source_name_key UNIQUE (source_name);

ALTER TABLE ONLY cold.order_type_table
    ADD CONSTRAINT order_type_table_order_type_name_key UNIQUE (order_type_name);

ALTER TABLE ONLY cold.order_type_table
    ADD CONSTRAINT order_type_table_pkey PRIMARY KEY (order_type_id);

ALTER TABLE ONLY cold.orders
    ADD CONSTRAINT orders_number_of_a_day UNIQUE (tenant_id, order_no, order_day);

ALTER TABLE ONLY cold.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (tenant_id, order_id);

ALTER TABLE ONLY cold.orders
    ADD CONSTRAINT orders_tenant_id_checkout_id_key UNIQUE (tenant_id, checkout_id);

COMMENT ON CONSTRAINT orders_tenant_id_checkout_id_key ON cold.orders IS 'The last wall of exactly-once: one checkout, one order.';

ALTER TABLE ONLY cold.orevents
    ADD CONSTRAINT orevents_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY cold.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (tenant_id, outbox_id);

ALTER TABLE ONLY cold.outbox
    ADD CONSTRAINT outbox_tenant_id_dedupe_key_key UNIQUE (tenant_id, dedupe_key);

ALTER TABLE ONLY cold.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (tenant_id, payment_id);

ALTER TABLE ONLY cold.person_seen
    ADD CONSTRAINT person_seen_pkey PRIMARY KEY (tenant_id, channel, sender);

ALTER TABLE ONLY cold.pickup_slot
    ADD CONSTRAINT pickup_slot_pkey PRIMARY KEY (tenant_id, slot_at);

ALTER TABLE ONLY cold.receipt_counter
    ADD CONSTRAINT receipt_counter_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY cold.receipt
    ADD CONSTRAINT receipt_pkey PRIMARY KEY (tenant_id, receipt_no);

ALTER TABLE ONLY cold.receipt
    ADD CONSTRAINT receipt_tenant_id_order_id_key UNIQUE (tenant_id, order_id);

ALTER TABLE ONLY cold.receipt
    ADD CONSTRAINT receipt_tenant_id_token_key UNIQUE (tenant_id, token);

ALTER TABLE ONLY cold.recipe
    ADD CONSTRAINT recipe_pkey PRIMARY KEY (tenant_id, item_id, ingredient_id);

ALTER TABLE ONLY cold.review
    ADD CONSTRAINT review_pkey PRIMARY KEY (tenant_id, order_id);

ALTER TABLE ONLY cold.room
    ADD CONSTRAINT room_pkey PRIMARY KEY (tenant_id, room_id);

ALTER TABLE ONLY cold.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (tenant_id, session_id);

ALTER TABLE ONLY cold.slot_booking
    ADD CONSTRAINT slot_booking_pkey PRIMARY KEY (tenant_id, booking_id);

ALTER TABLE ONLY cold.special_day
    ADD CONSTRAINT special_day_pkey PRIMARY KEY (tenant_id, day);

ALTER TABLE ONLY cold.staff_event
    ADD CONSTRAINT staff_event_pkey PRIMARY KEY (tenant_id, event_no);

ALTER TABLE ONLY cold.staff_invite
    ADD CONSTRAINT staff_invite_pkey PRIMARY KEY (tenant_id, invite_id);

ALTER TABLE ONLY cold.staff_invite
    ADD CONSTRAINT staff_invite_tenant_id_code_hash_key UNIQUE (tenant_id, code_hash);

ALTER TABLE ONLY cold.staff_member
    ADD CONSTRAINT staff_member_pkey PRIMARY KEY (tenant_id, member_id);

ALTER TABLE ONLY cold.stock_hold
    ADD CONSTRAINT stock_hold_pkey PRIMARY KEY (tenant_id, session_id, item_id);

ALTER TABLE ONLY cold.tab_bill_line
    ADD CONSTRAINT tab_bill_line_pkey PRIMARY KEY (tenant_id, tab_id, bill_no, order_id, line_no);

ALTER TABLE ONLY cold.tab_bill
    ADD CONSTRAINT tab_bill_pkey PRIMARY KEY (tenant_id, tab_id, bill_no);

ALTER TABLE ONLY cold.tab_guest
    ADD CONSTRAINT tab_guest_pkey PRIMARY KEY (tenant_id, tab_id, session_id);

ALTER TABLE ONLY cold.tab
    ADD CONSTRAINT tab_pkey PRIMARY KEY (tenant_id, tab_id);

ALTER TABLE ONLY cold.tax_part
    ADD CONSTRAINT tax_part_pkey PRIMARY KEY (tenant_id, tax_class, tax_name);

ALTER TABLE ONLY cold.tenant_bot
    ADD CONSTRAINT tenant_bot_pkey PRIMARY KEY (tenant_id, bot_id);

ALTER TABLE ONLY cold.tenant_order_type
    ADD CONSTRAINT tenant_order_type_pkey PRIMARY KEY (tenant_id, order_type_id);

ALTER TABLE ONLY cold.tenants
    ADD CONSTRAINT tenants_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY cold.tenants
    ADD CONSTRAINT tenants_slug_key UNIQUE (slug);

ALTER TABLE ONLY cold.turns
    ADD CONSTRAINT turns_pkey PRIMARY KEY (tenant_id, command_id);

ALTER TABLE ONLY hot.session_cart
    ADD CONSTRAINT session_cart_pkey PRIMARY KEY (tenant_id, session_id, line_no);

ALTER TABLE ONLY hot.session_cart
    ADD CONSTRAINT session_cart_tenant_id_session_id_line_key_key UNIQUE (tenant_id, session_id, line_key);

ALTER TABLE ONLY hot.session_checkout
    ADD CONSTRAINT session_checkout_pkey PRIMARY KEY (tenant_id, session_id);

ALTER TABLE ONLY hot.session_state
    ADD CONSTRAINT session_state_pkey PRIMARY KEY (tenant_id, session_id);

ALTER TABLE ONLY warm.checkouts
    ADD CONSTRAINT checkouts_pkey PRIMARY KEY (tenant_id, checkout_id);

ALTER TABLE ONLY warm.checkouts
    ADD CONSTRAINT checkouts_tenant_id_session_id_checkout_no_key UNIQUE (tenant_id, session_id, checkout_no);

ALTER TABLE ONLY warm.session_events
    ADD CONSTRAINT session_events_pkey PRIMARY KEY (tenant_id, session_id, seq, "timestamp");

ALTER TABLE ONLY warm.session_events_default
    ADD CONSTRAINT session_events_default_pkey PRIMARY KEY (tenant_id, session_id, seq, "timestamp");

CREATE INDEX coupon_redemption_of_customer ON cold.coupon_redemption USING btree (tenant_id, code, customer_id);

CREATE INDEX orders_by_time ON cold.orders USING btree (tenant_id, created_at);

CREATE INDEX orders_of_command ON cold.orders USING btree (tenant_id, command_id);

CREATE INDEX orders_of_customer ON cold.orders USING btree (tenant_id, customer_id, order_no DESC);

CREATE INDEX orders_of_tab ON cold.orders USING btree (tenant_id, tab_id) WHERE (tab_id IS NOT NULL);

CREATE INDEX orders_open ON cold.orders USING btree (tenant_id, created_at) WHERE (status = ANY (ARRAY['placed'::text, 'accepted'::text, 'preparing'::text, 'ready'::text, 'out_for_delivery'::text]));

CREATE INDEX orevents_by_time ON cold.orevents USING btree (tenant_id, created_at);

CREATE INDEX outbox_leased ON cold.outbox USING btree (tenant_id, channel, chat, lane) WHERE ((status = 'new'::text) AND (lease_token IS NOT NULL));

CREATE INDEX outbox_of_chat ON cold.outbox USING btree (tenant_id, channel, chat, lane, "position") WHERE (status = 'new'::text);

CREATE INDEX payments_asked_for ON cold.payments USING btree (tenant_id, checkout_id) WHERE (checkout_id IS NOT NULL);

CREATE UNIQUE INDEX payments_charge ON cold.payments USING btree (tenant_id, provider, charge_id) WHERE (charge_id IS NOT NULL);

CREATE UNIQUE INDEX payments_of_checkout ON cold.payments USING btree (tenant_id, checkout_id) WHERE ((checkout_id IS NOT NULL) AND (status = 'pending'::text));

CREATE INDEX payments_of_order ON cold.payments USING btree (tenant_id, order_id);

CREATE INDEX payments_of_tab ON cold.payments USING btree (tenant_id, tab_id) WHERE (tab_id IS NOT NULL);

CREATE INDEX person_seen_by_username ON cold.person_seen USING btree (tenant_id, channel, lower(username));

CREATE INDEX recipe_of_ingredient ON cold.recipe USING btree (tenant_id, ingredient_id);

CREATE UNIQUE INDEX room_bound ON cold.room USING btree (tenant_id, channel, chat) WHERE (unbound_at IS NULL);

CREATE UNIQUE INDEX sessions_open ON cold.sessions USING btree (tenant_id, channel, chat, sender) WHERE (closed_at IS NULL);

CREATE INDEX slot_booking_of_order ON cold.slot_booking USING btree (tenant_id, order_id) WHERE (order_id IS NOT NULL);

CREATE UNIQUE INDEX slot_booking_of_session ON cold.slot_booking USING btree (tenant_id, session_id) WHERE (order_id IS NULL);

CREATE INDEX slot_booking_of_slot ON cold.slot_booking USING btree (tenant_id, slot_at);

CREATE INDEX staff_event_of_member ON cold.staff_event USING btree (tenant_id, member_id, event_no DESC);

CREATE INDEX staff_event_of_subject ON cold.staff_event USING btree (tenant_id, subject, event_no DESC);

CREATE UNIQUE INDEX staff_event_undone ON cold.staff_event USING btree (tenant_id, undoes) WHERE (undoes IS NOT NULL);

CREATE UNIQUE INDEX staff_member_granted ON cold.staff_member USING btree (tenant_id, channel, sender) WHERE (revoked_at IS NULL);

CREATE INDEX stock_hold_of_item ON cold.stock_hold USING btree (tenant_id, item_id);

CREATE INDEX tab_merged ON cold.tab USING btree (tenant_id, merged_into) WHERE (merged_into IS NOT NULL);

CREATE UNIQUE INDEX tab_open ON cold.tab USING btree (tenant_id, table_no) WHERE (closed_at IS NULL);

ALTER INDEX warm.session_events_pkey ATTACH PARTITION warm.session_events_default_pkey;

CREATE CONSTRAINT TRIGGER adjusted_total_is_what_was_quoted AFTER INSERT OR UPDATE ON cold.order_adjustment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cold.hold_adjusted_sum();

CREATE CONSTRAINT TRIGGER order_total_is_sum_of_parts AFTER INSERT OR DELETE OR UPDATE ON cold.order_charge DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cold.hold_order_sum();

CREATE CONSTRAINT TRIGGER order_total_is_sum_of_parts AFTER INSERT OR DELETE OR UPDATE ON cold.order_item DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cold.hold_order_sum();

CREATE CONSTRAINT TRIGGER order_total_is_sum_of_parts AFTER INSERT OR UPDATE ON cold.orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cold.hold_order_sum();

CREATE TRIGGER outbox_wakes_dispatcher AFTER INSERT ON cold.outbox REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION cold.wake_dispatcher();

ALTER TABLE ONLY cold.coupon_redemption
    ADD CONSTRAINT coupon_redemption_tenant_id_code_fkey FOREIGN KEY (tenant_id, code) REFERENCES cold.coupon(tenant_id, code);

ALTER TABLE ONLY cold.coupon_redemption
    ADD CONSTRAINT coupon_redemption_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES cold.customers(tenant_id, customer_id);

ALTER TABLE ONLY cold.coupon_redemption
    ADD CONSTRAINT coupon_redemption_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.coupon
    ADD CONSTRAINT coupon_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.coupon
    ADD CONSTRAINT coupon_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES cold.menu_item(tenant_id, item_id);

ALTER TABLE ONLY cold.customer_contact
    ADD CONSTRAINT customer_contact_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES cold.customers(tenant_id, customer_id);

ALTER TABLE ONLY cold.customer_dietary
    ADD CONSTRAINT customer_dietary_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES cold.customers(tenant_id, customer_id);

ALTER TABLE ONLY cold.customer_identity
    ADD CONSTRAINT customer_identity_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES cold.customers(tenant_id, customer_id);

ALTER TABLE ONLY cold.customers
    ADD CONSTRAINT customers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.delivery_zone
    ADD CONSTRAINT delivery_zone_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.dining_table
    ADD CONSTRAINT dining_table_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.fee
    ADD CONSTRAINT fee_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.ingredient
    ADD CONSTRAINT ingredient_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.llm_usage
    ADD CONSTRAINT llm_usage_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.meal_period
    ADD CONSTRAINT meal_period_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.menu_category
    ADD CONSTRAINT menu_category_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.menu_item_option_group
    ADD CONSTRAINT menu_item_option_group_tenant_id_group_id_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES cold.option_group(tenant_id, group_id);

ALTER TABLE ONLY cold.menu_item_option_group
    ADD CONSTRAINT menu_item_option_group_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES cold.menu_item(tenant_id, item_id);

ALTER TABLE ONLY cold.menu_item_order_type
    ADD CONSTRAINT menu_item_order_type_order_type_id_fkey FOREIGN KEY (order_type_id) REFERENCES cold.order_type_table(order_type_id);

ALTER TABLE ONLY cold.menu_item_order_type
    ADD CONSTRAINT menu_item_order_type_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES cold.menu_item(tenant_id, item_id);

ALTER TABLE ONLY cold.menu_item_period
    ADD CONSTRAINT menu_item_period_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES cold.menu_item(tenant_id, item_id);

ALTER TABLE ONLY cold.menu_item_period
    ADD CONSTRAINT menu_item_period_tenant_id_meal_period_id_fkey FOREIGN KEY (tenant_id, meal_period_id) REFERENCES cold.meal_period(tenant_id, meal_period_id);

ALTER TABLE ONLY cold.menu_item_stock
    ADD CONSTRAINT menu_item_stock_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES cold.menu_item(tenant_id, item_id);

ALTER TABLE ONLY cold.menu_item
    ADD CONSTRAINT menu_item_tenant_id_category_id_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES cold.menu_category(tenant_id, category_id);

ALTER TABLE ONLY cold.opening_hours
    ADD CONSTRAINT opening_hours_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.option_group
    ADD CONSTRAINT option_group_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.option
    ADD CONSTRAINT option_tenant_id_group_id_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES cold.option_group(tenant_id, group_id);

ALTER TABLE ONLY cold.order_adjustment
    ADD CONSTRAINT order_adjustment_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.order_adjustment
    ADD CONSTRAINT order_adjustment_tenant_id_order_id_line_no_fkey FOREIGN KEY (tenant_id, order_id, line_no) REFERENCES cold.order_item(tenant_id, order_id, line_no);

ALTER TABLE ONLY cold.order_charge
    ADD CONSTRAINT order_charge_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.order_contact
    ADD CONSTRAINT order_contact_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.order_counter
    ADD CONSTRAINT order_counter_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.order_event
    ADD CONSTRAINT order_event_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.order_item_ingredient
    ADD CONSTRAINT order_item_ingredient_tenant_id_ingredient_id_fkey FOREIGN KEY (tenant_id, ingredient_id) REFERENCES cold.ingredient(tenant_id, ingredient_id);

ALTER TABLE ONLY cold.order_item_ingredient
    ADD CONSTRAINT order_item_ingredient_tenant_id_order_id_line_no_fkey FOREIGN KEY (tenant_id, order_id, line_no) REFERENCES cold.order_item(tenant_id, order_id, line_no);

ALTER TABLE ONLY cold.order_item_option
    ADD CONSTRAINT order_item_option_tenant_id_order_id_line_no_fkey FOREIGN KEY (tenant_id, order_id, line_no) REFERENCES cold.order_item(tenant_id, order_id, line_no);

ALTER TABLE ONLY cold.order_item
    ADD CONSTRAINT order_item_tenant_id_menu_item_id_fkey FOREIGN KEY (tenant_id, menu_item_id) REFERENCES cold.menu_item(tenant_id, item_id);

ALTER TABLE ONLY cold.order_item
    ADD CONSTRAINT order_item_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.order_message
    ADD CONSTRAINT order_message_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.order_rule
    ADD CONSTRAINT order_rule_order_type_id_fkey FOREIGN KEY (order_type_id) REFERENCES cold.order_type_table(order_type_id);

ALTER TABLE ONLY cold.order_rule
    ADD CONSTRAINT order_rule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.orders
    ADD CONSTRAINT orders_order_source_id_fkey FOREIGN KEY (order_source_id) REFERENCES cold.order_source_type(order_source_id);

ALTER TABLE ONLY cold.orders
    ADD CONSTRAINT orders_order_type_id_fkey FOREIGN KEY (order_type_id) REFERENCES cold.order_type_table(order_type_id);

ALTER TABLE ONLY cold.orders
    ADD CONSTRAINT orders_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES cold.customers(tenant_id, customer_id);

ALTER TABLE ONLY cold.orders
    ADD CONSTRAINT orders_tenant_id_tab_id_fkey FOREIGN KEY (tenant_id, tab_id) REFERENCES cold.tab(tenant_id, tab_id);

ALTER TABLE ONLY cold.orevents
    ADD CONSTRAINT orevents_opcode_fkey FOREIGN KEY (opcode) REFERENCES cold.opcode(opcode);

ALTER TABLE ONLY cold.orevents
    ADD CONSTRAINT orevents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.payments
    ADD CONSTRAINT payments_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.payments
    ADD CONSTRAINT payments_tenant_id_tab_id_bill_no_fkey FOREIGN KEY (tenant_id, tab_id, bill_no) REFERENCES cold.tab_bill(tenant_id, tab_id, bill_no);

ALTER TABLE ONLY cold.person_seen
    ADD CONSTRAINT person_seen_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.pickup_slot
    ADD CONSTRAINT pickup_slot_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.receipt_counter
    ADD CONSTRAINT receipt_counter_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.receipt
    ADD CONSTRAINT receipt_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.recipe
    ADD CONSTRAINT recipe_tenant_id_ingredient_id_fkey FOREIGN KEY (tenant_id, ingredient_id) REFERENCES cold.ingredient(tenant_id, ingredient_id);

ALTER TABLE ONLY cold.recipe
    ADD CONSTRAINT recipe_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES cold.menu_item(tenant_id, item_id);

ALTER TABLE ONLY cold.review
    ADD CONSTRAINT review_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.room
    ADD CONSTRAINT room_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.sessions
    ADD CONSTRAINT sessions_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES cold.customers(tenant_id, customer_id);

ALTER TABLE ONLY cold.slot_booking
    ADD CONSTRAINT slot_booking_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES cold.orders(tenant_id, order_id);

ALTER TABLE ONLY cold.slot_booking
    ADD CONSTRAINT slot_booking_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES cold.sessions(tenant_id, session_id);

ALTER TABLE ONLY cold.slot_booking
    ADD CONSTRAINT slot_booking_tenant_id_slot_at_fkey FOREIGN KEY (tenant_id, slot_at) REFERENCES cold.pickup_slot(tenant_id, slot_at);

ALTER TABLE ONLY cold.special_day
    ADD CONSTRAINT special_day_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.staff_event
    ADD CONSTRAINT staff_event_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES cold.staff_member(tenant_id, member_id);

ALTER TABLE ONLY cold.staff_event
    ADD CONSTRAINT staff_event_tenant_id_undoes_fkey FOREIGN KEY (tenant_id, undoes) REFERENCES cold.staff_event(tenant_id, event_no);

ALTER TABLE ONLY cold.staff_invite
    ADD CONSTRAINT staff_invite_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.staff_member
    ADD CONSTRAINT staff_member_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.stock_hold
    ADD CONSTRAINT stock_hold_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES cold.menu_item(tenant_id, item_id);

ALTER TABLE ONLY cold.stock_hold
    ADD CONSTRAINT stock_hold_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES cold.sessions(tenant_id, session_id);

ALTER TABLE ONLY cold.tab_bill_line
    ADD CONSTRAINT tab_bill_line_tenant_id_tab_id_bill_no_fkey FOREIGN KEY (tenant_id, tab_id, bill_no) REFERENCES cold.tab_bill(tenant_id, tab_id, bill_no);

ALTER TABLE ONLY cold.tab_bill
    ADD CONSTRAINT tab_bill_tenant_id_tab_id_fkey FOREIGN KEY (tenant_id, tab_id) REFERENCES cold.tab(tenant_id, tab_id);

ALTER TABLE ONLY cold.tab_guest
    ADD CONSTRAINT tab_guest_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES cold.sessions(tenant_id, session_id);

ALTER TABLE ONLY cold.tab_guest
    ADD CONSTRAINT tab_guest_tenant_id_tab_id_fkey FOREIGN KEY (tenant_id, tab_id) REFERENCES cold.tab(tenant_id, tab_id);

ALTER TABLE ONLY cold.tab
    ADD CONSTRAINT tab_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.tab
    ADD CONSTRAINT tab_tenant_id_merged_into_fkey FOREIGN KEY (tenant_id, merged_into) REFERENCES cold.tab(tenant_id, tab_id);

ALTER TABLE ONLY cold.tax_part
    ADD CONSTRAINT tax_part_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.tenant_bot
    ADD CONSTRAINT tenant_bot_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.tenant_order_type
    ADD CONSTRAINT tenant_order_type_order_type_id_fkey FOREIGN KEY (order_type_id) REFERENCES cold.order_type_table(order_type_id);

ALTER TABLE ONLY cold.tenant_order_type
    ADD CONSTRAINT tenant_order_type_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES cold.tenants(tenant_id);

ALTER TABLE ONLY cold.tenants
    ADD CONSTRAINT tenants_default_order_type_id_fkey FOREIGN KEY (default_order_type_id) REFERENCES cold.order_type_table(order_type_id);

ALTER TABLE cold.coupon ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.coupon_redemption ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.customer_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.customer_dietary ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.customer_identity ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.customers ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.delivery_zone ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.dining_table ENABLE ROW LEVEL SECURITY;

CREATE POLICY directory ON cold.tenants FOR SELECT USING (true);

ALTER TABLE cold.fee ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.ingredient ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.llm_usage ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.meal_period ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.menu_category ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.menu_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.menu_item_option_group ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.menu_item_order_type ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.menu_item_period ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.menu_item_stock ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.opening_hours ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.option ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.option_group ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.order_adjustment ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.order_charge ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.order_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.order_counter ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.order_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.order_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.order_item_ingredient ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.order_item_option ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.order_message ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.order_rule ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.orders ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.orevents ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.outbox ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.payments ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.person_seen ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.pickup_slot ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.receipt ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.receipt_counter ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.recipe ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.review ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.room ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.sessions ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.slot_booking ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.special_day ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.staff_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.staff_invite ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.staff_member ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.stock_hold ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.tab ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.tab_bill ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.tab_bill_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.tab_guest ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.tax_part ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.tenant_bot ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.tenant_order_type ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_owns ON cold.coupon USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.coupon_redemption USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.customer_contact USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.customer_dietary USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.customer_identity USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.customers USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.delivery_zone USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.dining_table USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.fee USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.ingredient USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.llm_usage USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.meal_period USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.menu_category USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.menu_item USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.menu_item_option_group USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.menu_item_order_type USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.menu_item_period USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.menu_item_stock USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.opening_hours USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.option USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.option_group USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.order_adjustment USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.order_charge USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.order_contact USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.order_counter USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.order_event USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.order_item USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.order_item_ingredient USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.order_item_option USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.order_message USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.order_rule USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.orders USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.orevents USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.outbox USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.payments USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.person_seen USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.pickup_slot USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.receipt USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.receipt_counter USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.recipe USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.review USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.room USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.sessions USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.slot_booking USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.special_day USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.staff_event USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.staff_invite USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.staff_member USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.stock_hold USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.tab USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.tab_bill USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.tab_bill_line USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.tab_guest USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.tax_part USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.tenant_bot USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.tenant_order_type USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.tenants USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON cold.turns USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

ALTER TABLE cold.tenants ENABLE ROW LEVEL SECURITY;

ALTER TABLE cold.turns ENABLE ROW LEVEL SECURITY;

ALTER TABLE hot.session_cart ENABLE ROW LEVEL SECURITY;

ALTER TABLE hot.session_checkout ENABLE ROW LEVEL SECURITY;

ALTER TABLE hot.session_state ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_owns ON hot.session_cart USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON hot.session_checkout USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON hot.session_state USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

ALTER TABLE warm.checkouts ENABLE ROW LEVEL SECURITY;

ALTER TABLE warm.session_events ENABLE ROW LEVEL SECURITY;

ALTER TABLE warm.session_events_default ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_owns ON warm.checkouts USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON warm.session_events USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY tenant_owns ON warm.session_events_default USING ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")));

GRANT ALL ON SCHEMA app TO hotcart_api;
GRANT USAGE ON SCHEMA app TO hotcart_bot;

GRANT USAGE ON SCHEMA cold TO hotcart_api;

GRANT USAGE ON SCHEMA hot TO hotcart_api;

GRANT USAGE ON SCHEMA warm TO hotcart_api;

REVOKE ALL ON FUNCTION cold.hold_adjusted_sum() FROM PUBLIC;

REVOKE ALL ON FUNCTION cold.hold_order_sum() FROM PUBLIC;

REVOKE ALL ON FUNCTION cold.wake_dispatcher() FROM PUBLIC;

GRANT SELECT,UPDATE ON TABLE cold.coupon TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.coupon_redemption TO hotcart_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cold.customer_contact TO hotcart_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cold.customer_dietary TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.customer_identity TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.customers TO hotcart_api;

GRANT SELECT ON TABLE cold.delivery_zone TO hotcart_api;

GRANT SELECT ON TABLE cold.dining_table TO hotcart_api;

GRANT SELECT ON TABLE cold.fee TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.ingredient TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.llm_usage TO hotcart_api;

GRANT SELECT ON TABLE cold.meal_period TO hotcart_api;

GRANT SELECT ON TABLE cold.menu_category TO hotcart_api;

GRANT SELECT ON TABLE cold.menu_item TO hotcart_api;

GRANT UPDATE(price) ON TABLE cold.menu_item TO hotcart_api;

GRANT UPDATE(is_available) ON TABLE cold.menu_item TO hotcart_api;

GRANT UPDATE(unavailable_until) ON TABLE cold.menu_item TO hotcart_api;

GRANT SELECT ON TABLE cold.menu_item_option_group TO hotcart_api;

GRANT SELECT ON TABLE cold.menu_item_order_type TO hotcart_api;

GRANT SELECT ON TABLE cold.menu_item_period TO hotcart_api;

GRANT SELECT,INSERT,DELETE ON TABLE cold.menu_item_stock TO hotcart_api;

GRANT UPDATE(quantity) ON TABLE cold.menu_item_stock TO hotcart_api;

GRANT UPDATE(low_at) ON TABLE cold.menu_item_stock TO hotcart_api;

GRANT SELECT ON TABLE cold.opcode TO hotcart_api;

GRANT SELECT ON TABLE cold.opening_hours TO hotcart_api;

GRANT SELECT ON TABLE cold.option TO hotcart_api;

GRANT SELECT ON TABLE cold.option_group TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.order_adjustment TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.order_charge TO hotcart_api;

GRANT SELECT,INSERT,DELETE ON TABLE cold.order_contact TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.order_counter TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.order_event TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.order_item TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.order_item_ingredient TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.order_item_option TO hotcart_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cold.order_message TO hotcart_api;

GRANT SELECT ON TABLE cold.order_rule TO hotcart_api;

GRANT SELECT ON TABLE cold.order_source_type TO hotcart_api;

GRANT SELECT ON TABLE cold.order_type_table TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.orders TO hotcart_api;

GRANT UPDATE(status) ON TABLE cold.orders TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.orevents TO hotcart_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cold.outbox TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.payments TO hotcart_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cold.person_seen TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.pickup_slot TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.receipt TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.receipt_counter TO hotcart_api;

GRANT SELECT ON TABLE cold.recipe TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.review TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.room TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.sessions TO hotcart_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cold.slot_booking TO hotcart_api;

GRANT SELECT ON TABLE cold.special_day TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.staff_event TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.staff_invite TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.staff_member TO hotcart_api;

GRANT UPDATE(revoked_by) ON TABLE cold.staff_member TO hotcart_api;

GRANT UPDATE(revoked_at) ON TABLE cold.staff_member TO hotcart_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE cold.stock_hold TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.tab TO hotcart_api;

GRANT SELECT,INSERT,UPDATE ON TABLE cold.tab_bill TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.tab_bill_line TO hotcart_api;

GRANT SELECT,INSERT,DELETE ON TABLE cold.tab_guest TO hotcart_api;

GRANT SELECT ON TABLE cold.tax_part TO hotcart_api;

GRANT SELECT ON TABLE cold.tenant_bot TO hotcart_api;

GRANT SELECT ON TABLE cold.tenant_order_type TO hotcart_api;

GRANT SELECT ON TABLE cold.tenants TO hotcart_api;

GRANT UPDATE(menu_version) ON TABLE cold.tenants TO hotcart_api;

GRANT SELECT,INSERT ON TABLE cold.turns TO hotcart_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hot.session_cart TO hotcart_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hot.session_checkout TO hotcart_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE hot.session_state TO hotcart_api;

GRANT SELECT,INSERT ON TABLE warm.checkouts TO hotcart_api;

GRANT SELECT,INSERT ON TABLE warm.session_events TO hotcart_api;
