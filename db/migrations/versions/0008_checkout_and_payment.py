"""Checkout and payment: what is charged and why, how an order is had, paid, followed and told of."""

from db.migrations.rules import tenant_table
from db.migrations.run_sql import run_sql

revision = "0008"
down_revision = "0007"

RIGHTS = {
    "cold.tax_part": "select",
    "cold.fee": "select",
    "cold.order_rule": "select",
    "cold.coupon": "select, update",
    "cold.coupon_redemption": "select, insert, update",
    "cold.delivery_zone": "select",
    "cold.dining_table": "select",
    "cold.pickup_slot": "select, insert, update",
    "cold.slot_booking": "select, insert, update, delete",
    "cold.customer_contact": "select, insert, update, delete",
    "cold.order_contact": "select, insert, delete",
    "cold.order_charge": "select, insert",
    "cold.order_adjustment": "select, insert",
    "cold.order_event": "select, insert",
    "cold.order_message": "select, insert, update, delete",
    "cold.receipt_counter": "select, insert, update",
    "cold.receipt": "select, insert, update",
}

# Whose rows are changed here: an owner who is no superuser sees none while the fence holds for him.
REWRITTEN = (
    "cold.tenants",
    "cold.tenant_order_type",
    "cold.order_counter",
    "cold.orders",
    "cold.payments",
)

SHOP_RULES = """
alter table cold.tenants
  add prices_include_tax boolean not null default true,
  add default_tax_class text check (length(default_tax_class) between 1 and 64),
  add rounding numeric(12,2) not null default 0 check (rounding between 0 and 1000),
  add prep_minutes smallint not null default 20 check (prep_minutes between 0 and 1440),
  add slot_minutes smallint check (slot_minutes between 5 and 240),
  add slot_capacity integer check (slot_capacity between 1 and 10000),
  add cancel_until text not null default 'placed'
    check (cancel_until in ('never', 'placed', 'accepted', 'preparing', 'ready')),
  add legal_name text check (length(legal_name) between 1 and 200),
  add tax_number text check (length(tax_number) between 1 and 64),
  add address text check (length(address) between 1 and 500),
  add receipt_prefix text not null default '' check (receipt_prefix ~ '^[A-Za-z0-9/-]{0,12}$'),
  add upi_id text check (upi_id ~ '^[A-Za-z0-9._-]{2,255}@[A-Za-z0-9.-]{2,64}$'),
  add payment_provider_token text check (length(payment_provider_token) between 1 and 200),
  add check ((slot_minutes is null) = (slot_capacity is null)),
  alter default_order_type_id drop not null;
comment on column cold.tenants.default_order_type_id is
  'What is meant where nothing is said; null: the customer is asked, where several are offered.';
comment on column cold.tenants.prices_include_tax is 'Menu prices and fees hold their tax already; else it comes on top.';
comment on column cold.tenants.default_tax_class is 'Of items and fees that name none; null: they are not taxed.';
comment on column cold.tenants.rounding is 'A total is rounded to the nearest multiple of it, halves up; 0: not at all.';
comment on column cold.tenants.prep_minutes is 'How long an order usually takes to be ready.';
comment on column cold.tenants.slot_minutes is 'Orders for later are taken in slots this long, slot_capacity a slot; null: without slots.';
comment on column cold.tenants.cancel_until is 'The last status in which a customer may still cancel or change an order.';
comment on column cold.tenants.payment_provider_token is 'What @BotFather gave for Telegram invoices; null: none are sent.';

create table cold.tax_part (
  tenant_id uuid not null references cold.tenants,
  tax_class text not null check (length(tax_class) between 1 and 64),
  tax_name text not null check (length(tax_name) between 1 and 40),
  rate numeric(7,4) not null check (rate between 0 and 100),
  position smallint not null default 0,
  primary key (tenant_id, tax_class, tax_name)
);
comment on table cold.tax_part is 'What a tax class consists of: GST of 5 % is CGST 2.5 and SGST 2.5. rate is in per cent.';

create table cold.fee (
  tenant_id uuid not null references cold.tenants,
  fee_id text not null check (length(fee_id) between 1 and 64),
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('flat', 'per_piece', 'percent')),
  amount numeric(12,2) not null check (amount between 0 and 100000),
  order_types text[] not null default '{}',
  tax_class text check (length(tax_class) between 1 and 64),
  free_from numeric(12,2) check (free_from between 0 and 9999999),
  position smallint not null default 0,
  primary key (tenant_id, fee_id),
  check (kind <> 'percent' or amount <= 100)
);
comment on table cold.fee is 'Packaging, service and the like. Without order_types it is for all of them; not charged from free_from on.';

create table cold.order_rule (
  tenant_id uuid not null references cold.tenants,
  order_type_id smallint not null references cold.order_type_table,
  minimum_order numeric(12,2) not null check (minimum_order between 0 and 9999999),
  primary key (tenant_id, order_type_id)
);
comment on table cold.order_rule is 'The least the dishes of an order must come to.';
"""

COUPONS = """
create table cold.coupon (
  tenant_id uuid not null references cold.tenants,
  code text not null check (code ~ '^[A-Z0-9_-]{2,32}$'),
  kind text not null check (kind in ('amount', 'percent', 'free_item')),
  amount numeric(12,2) check (amount between 0.01 and 9999999),
  percent numeric(7,4) check (percent > 0 and percent <= 100),
  most numeric(12,2) check (most between 0.01 and 9999999),
  item_id text,
  minimum_order numeric(12,2) not null default 0 check (minimum_order between 0 and 9999999),
  order_types text[] not null default '{}',
  valid_from timestamptz,
  valid_until timestamptz,
  total_limit integer check (total_limit between 1 and 100000000),
  customer_limit integer check (customer_limit between 1 and 1000000),
  redeemed integer not null default 0 check (redeemed >= 0),
  is_active boolean not null default true,
  primary key (tenant_id, code),
  foreign key (tenant_id, item_id) references cold.menu_item,
  constraint coupon_says_what_it_gives check (case kind
    when 'amount' then amount is not null and percent is null and item_id is null
    when 'percent' then percent is not null and amount is null and item_id is null
    else item_id is not null and amount is null and percent is null end),
  constraint coupon_is_not_over_redeemed check (redeemed <= total_limit)
);
comment on table cold.coupon is 'Promo codes. redeemed counts what is redeemed and not released; most bounds a percentage.';

create table cold.coupon_redemption (
  tenant_id uuid not null,
  order_id uuid not null,
  code text not null,
  customer_id uuid not null,
  amount numeric(12,2) not null check (amount between 0 and 9999999),
  redeemed_at timestamptz not null,
  released_at timestamptz,
  primary key (tenant_id, order_id),
  foreign key (tenant_id, order_id) references cold.orders,
  foreign key (tenant_id, code) references cold.coupon,
  foreign key (tenant_id, customer_id) references cold.customers
);
comment on table cold.coupon_redemption is 'Which order used which code; one released counts no more.';
create index coupon_redemption_of_customer on cold.coupon_redemption (tenant_id, code, customer_id);
"""

FULFILMENT = """
create table cold.delivery_zone (
  tenant_id uuid not null references cold.tenants,
  zone_id text not null check (length(zone_id) between 1 and 64),
  name text not null check (length(name) between 1 and 80),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  radius_m integer check (radius_m between 1 and 200000),
  areas text[] not null default '{}',
  fee numeric(12,2) not null check (fee between 0 and 100000),
  free_from numeric(12,2) check (free_from between 0 and 9999999),
  minimum_order numeric(12,2) not null default 0 check (minimum_order between 0 and 9999999),
  minutes smallint not null default 30 check (minutes between 0 and 1440),
  position smallint not null default 0,
  primary key (tenant_id, zone_id),
  check ((latitude is null) = (longitude is null) and (latitude is null) = (radius_m is null)),
  check (latitude is not null or areas <> '{}')
);
comment on table cold.delivery_zone is 'Where a shop delivers: a circle, or pin codes and localities found in an address; the first that fits.';
comment on column cold.delivery_zone.minutes is 'How long the way takes, on top of prep_minutes.';

create table cold.dining_table (
  tenant_id uuid not null references cold.tenants,
  table_no text not null check (table_no ~ '^[A-Za-z0-9-]{1,12}$'),
  seats smallint check (seats between 1 and 100),
  primary key (tenant_id, table_no)
);
comment on table cold.dining_table is 'The tables of a shop, by the number people say; a shop without any asks for none.';

create table cold.pickup_slot (
  tenant_id uuid not null references cold.tenants,
  slot_at timestamptz not null,
  primary key (tenant_id, slot_at)
);
comment on table cold.pickup_slot is 'What is locked while the bookings of a slot are counted.';

create table cold.slot_booking (
  tenant_id uuid not null,
  session_id text not null,
  slot_at timestamptz not null,
  order_id uuid,
  expires_at timestamptz,
  booking_id uuid not null default gen_random_uuid(),
  primary key (tenant_id, booking_id),
  foreign key (tenant_id, slot_at) references cold.pickup_slot,
  foreign key (tenant_id, session_id) references cold.sessions,
  foreign key (tenant_id, order_id) references cold.orders,
  check ((order_id is null) = (expires_at is not null))
);
create index slot_booking_of_slot on cold.slot_booking (tenant_id, slot_at);
create index slot_booking_of_order on cold.slot_booking (tenant_id, order_id) where order_id is not null;
create unique index slot_booking_of_session on cold.slot_booking (tenant_id, session_id) where order_id is null;
comment on table cold.slot_booking is 'A place in a slot: of an open checkout until it expires, then of its order.';

create table cold.customer_contact (
  tenant_id uuid not null,
  customer_id uuid not null,
  order_type text,
  address text check (length(address) between 1 and 500),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  zone_id text,
  phone text check (phone ~ '^[+]?[0-9]{5,20}$'),
  updated_at timestamptz not null,
  primary key (tenant_id, customer_id),
  foreign key (tenant_id, customer_id) references cold.customers
);
comment on table cold.customer_contact is 'How and where a customer had his last order, apart from events so that it can be erased.';

create table cold.order_contact (
  tenant_id uuid not null,
  order_id uuid not null,
  name text check (length(name) <= 128),
  address text check (length(address) between 1 and 500),
  latitude double precision,
  longitude double precision,
  phone text,
  primary key (tenant_id, order_id),
  foreign key (tenant_id, order_id) references cold.orders
);
comment on table cold.order_contact is 'Where an order goes, apart from the order so that it can be erased.';

alter table hot.session_state
  add order_type text,
  add fulfilment jsonb not null default '{}',
  add coupon_code text;
comment on column hot.session_state.order_type is 'As chosen in this session; null: not yet.';
comment on column hot.session_state.fulfilment is '{"table_no": …, "zone_id": …}, with a zone_id, if only null, once the customer has settled where; never an address.';
alter table hot.session_checkout add quote jsonb not null default '{}';
alter table warm.checkouts add quote jsonb not null default '{}';
comment on column warm.checkouts.quote is 'What was quoted: subtotal, discount, fees, taxes, rounding, total.';
"""

ORDERS = """
alter table cold.order_counter add order_day date;
update cold.order_counter c set order_day = (
  select (o.created_at at time zone t.time_zone)::date from cold.orders o join cold.tenants t using (tenant_id)
  where o.tenant_id = c.tenant_id order by o.order_no desc limit 1);
delete from cold.order_counter where order_day is null;
alter table cold.order_counter
  drop constraint order_counter_pkey, alter order_day set not null, add primary key (tenant_id, order_day);
comment on table cold.order_counter is 'Order numbers come from here and not from a sequence: per shop and day, and without holes.';

alter table cold.orders
  add order_day date,
  add subtotal numeric(12,2) check (subtotal between 0 and 999999999),
  add ready_at timestamptz,
  add table_no text,
  add zone_id text,
  add event_seq integer not null default 0,
  drop constraint orders_status_check,
  drop constraint orders_tenant_id_order_no_key;
update cold.orders o set
  order_day = (o.created_at at time zone t.time_zone)::date, subtotal = o.total_amount
  from cold.tenants t where t.tenant_id = o.tenant_id;
-- The deferred check of the totals has a say before the table can be altered again.
set constraints all immediate;
set constraints all deferred;
alter table cold.orders
  alter order_day set not null,
  alter subtotal set not null,
  add constraint orders_status_check check (status in (
    'placed', 'accepted', 'preparing', 'ready', 'out_for_delivery', 'completed', 'rejected', 'cancelled')),
  add constraint orders_number_of_a_day unique (tenant_id, order_no, order_day);
comment on column cold.orders.order_no is 'The number people say; it counts up from 1 every day of the shop.';
comment on column cold.orders.ready_at is 'When the shop said it would be ready.';

create table cold.order_charge (
  tenant_id uuid not null,
  order_id uuid not null,
  charge_no smallint not null,
  kind text not null check (kind in ('discount', 'fee', 'tax', 'rounding')),
  name text not null,
  code text,
  rate numeric(7,4),
  base numeric(12,2),
  amount numeric(12,2) not null check (amount between -9999999 and 9999999),
  is_included boolean not null default false,
  primary key (tenant_id, order_id, charge_no),
  foreign key (tenant_id, order_id) references cold.orders,
  check (not is_included or kind = 'tax')
);
comment on table cold.order_charge is 'What an order costs beyond its lines, signed. Included tax is told and not added.';

create table cold.order_adjustment (
  tenant_id uuid not null,
  order_id uuid not null,
  adjustment_no smallint not null,
  line_no integer,
  quantity integer not null default 0 check (quantity between -99 and 99),
  amount numeric(12,2) not null check (amount between -9999999 and 9999999),
  reason text not null check (length(reason) between 1 and 200),
  actor text not null check (length(actor) between 1 and 100),
  at timestamptz not null,
  primary key (tenant_id, order_id, adjustment_no),
  foreign key (tenant_id, order_id) references cold.orders,
  foreign key (tenant_id, order_id, line_no) references cold.order_item,
  check (line_no is not null or quantity = 0)
);
comment on table cold.order_adjustment is 'What changed after an order was placed, signed. Its lines stay as they were ordered.';

create table cold.order_event (
  tenant_id uuid not null,
  order_id uuid not null,
  seq integer not null check (seq > 0),
  status text not null,
  actor text not null check (length(actor) between 1 and 100),
  reason text check (length(reason) between 1 and 200),
  data jsonb not null default '{}',
  at timestamptz not null,
  primary key (tenant_id, order_id, seq),
  foreign key (tenant_id, order_id) references cold.orders
);
comment on table cold.order_event is 'The life of an order, numbered without gaps; orders.event_seq is the last.';

create function cold.hold_order_sum() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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

create function cold.hold_adjusted_sum() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
drop trigger order_total_is_sum_of_lines on cold.orders;
drop trigger order_total_is_sum_of_lines on cold.order_item;
drop function cold.hold_order_total();
create constraint trigger order_total_is_sum_of_parts after insert or update on cold.orders
  deferrable initially deferred for each row execute function cold.hold_order_sum();
create constraint trigger order_total_is_sum_of_parts after insert or update or delete on cold.order_item
  deferrable initially deferred for each row execute function cold.hold_order_sum();
create constraint trigger order_total_is_sum_of_parts after insert or update or delete on cold.order_charge
  deferrable initially deferred for each row execute function cold.hold_order_sum();
create constraint trigger adjusted_total_is_what_was_quoted after insert or update on cold.order_adjustment
  deferrable initially deferred for each row execute function cold.hold_adjusted_sum();
"""

PAYMENTS = """
alter table cold.payments
  drop constraint payments_status_check,
  alter order_id drop not null,
  add checkout_id uuid,
  add currency char(3),
  add provider text,
  add charge_id text check (length(charge_id) between 1 and 200),
  add reference text check (length(reference) between 1 and 64),
  add refunded numeric(12,2) not null default 0,
  add paid_at timestamptz,
  add updated_at timestamptz,
  add constraint payments_status_check check (status in (
    'due', 'pending', 'paid', 'failed', 'void', 'refund_due', 'refunded')),
  add constraint payments_belong_somewhere check (coalesce(order_id, checkout_id) is not null or charge_id is not null),
  add constraint payments_refund_what_was_paid check (refunded between 0 and amount);
create unique index payments_charge on cold.payments (tenant_id, provider, charge_id) where charge_id is not null;
create index payments_of_order on cold.payments (tenant_id, order_id);
create index payments_asked_for on cold.payments (tenant_id, checkout_id) where checkout_id is not null;
create unique index payments_of_checkout on cold.payments (tenant_id, checkout_id) where checkout_id is not null and status = 'pending';
update cold.payments p set currency = o.currency, updated_at = p.created_at
  from cold.orders o where o.tenant_id = p.tenant_id and o.order_id = p.order_id;
comment on table cold.payments is 'Tenders: what is to be paid, was paid and goes back. Of an invoice not yet paid, checkout_id and no order.';
comment on column cold.payments.status is
  'due: at the counter or the door; pending: asked for; paid; failed; void: no longer asked for; refund_due: must go back; refunded.';

create table cold.receipt_counter (
  tenant_id uuid primary key references cold.tenants,
  last_no bigint not null
);
comment on table cold.receipt_counter is 'Receipt numbers come from here: its row is locked until the receipt is committed, so none is left out.';
create table cold.receipt (
  tenant_id uuid not null,
  receipt_no bigint not null,
  order_id uuid not null,
  token uuid not null default gen_random_uuid(),
  issued_at timestamptz not null,
  prints integer not null default 0,
  primary key (tenant_id, receipt_no),
  unique (tenant_id, order_id),
  unique (tenant_id, token),
  foreign key (tenant_id, order_id) references cold.orders
);
comment on table cold.receipt is 'Receipt numbers without gaps. token is the unguessable part of its link.';
comment on column cold.receipt.prints is 'How often it was handed out; from the second time on it is marked as a copy.';
"""

OUTBOX = """
create table cold.order_message (
  tenant_id uuid not null,
  order_id uuid not null,
  channel text not null check (length(channel) between 1 and 20),
  bot_id bigint not null default 0,
  chat text not null check (length(chat) between 1 and 64),
  message_id bigint not null,
  primary key (tenant_id, order_id, channel, chat),
  foreign key (tenant_id, order_id) references cold.orders
);
comment on table cold.order_message is 'The one message of an order in a chat, edited as the order goes.';

alter table cold.outbox
  add order_id uuid,
  add channel text,
  add chat text check (length(chat) between 1 and 64),
  add status text not null default 'new' check (status in ('new', 'sent', 'dead')),
  add attempts smallint not null default 0,
  add next_at timestamptz not null default now(),
  add lease_token uuid,
  add lease_until timestamptz,
  add sent_at timestamptz,
  add error text,
  add unsure boolean not null default false,
  add position bigint generated always as identity;
create index outbox_leased on cold.outbox (tenant_id, channel, chat) where status = 'new' and lease_token is not null;
create index outbox_of_chat on cold.outbox (tenant_id, channel, chat, position) where status = 'new';
comment on column cold.outbox.position is 'The order of the notices of one chat.';
comment on column cold.outbox.unsure is 'It was sent without an answer and may have arrived: it is sent once more and then left.';

create function cold.wake_dispatcher() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('hotcart_outbox', w.tenant_id::text) from (select distinct tenant_id from written) w;
  return null;
end
$$;
create trigger outbox_wakes_dispatcher after insert on cold.outbox
  referencing new table as written for each statement execute function cold.wake_dispatcher();
"""


def fence_off_owner(force: bool) -> None:
    """Let the fence of the rewritten tables hold for their owner as well, or not."""
    for table in REWRITTEN:
        run_sql(f"alter table {table} {'' if force else 'no '}force row level security")


def upgrade() -> None:
    """Add the rules of a shop's money, ways to have an order, its life, tenders, receipts and notices."""
    fence_off_owner(False)
    run_sql(SHOP_RULES)
    run_sql(COUPONS)
    run_sql(FULFILMENT)
    run_sql(ORDERS)
    run_sql(PAYMENTS)
    run_sql(OUTBOX)
    fence_off_owner(True)
    run_sql("grant update on cold.orders, cold.payments, cold.outbox to hotcart_api")
    run_sql("grant delete on cold.outbox to hotcart_api")
    for table, rights in RIGHTS.items():
        tenant_table(table, api=rights)


def downgrade() -> None:
    """Drop them again, dependents first."""
    fence_off_owner(False)
    run_sql("""
    revoke update on cold.orders, cold.payments, cold.outbox from hotcart_api;
    revoke delete on cold.outbox from hotcart_api;
    grant update (status) on cold.orders to hotcart_api;
    drop trigger outbox_wakes_dispatcher on cold.outbox;
    drop function cold.wake_dispatcher();
    drop table cold.order_message;
    drop index cold.outbox_leased, cold.outbox_of_chat;
    alter table cold.outbox drop order_id, drop channel, drop chat, drop status, drop attempts, drop next_at,
      drop lease_token, drop lease_until, drop sent_at, drop error, drop unsure, drop position;
    drop table cold.receipt, cold.receipt_counter;
    drop index cold.payments_charge, cold.payments_of_order, cold.payments_asked_for, cold.payments_of_checkout;
    delete from cold.payments where order_id is null;
    update cold.payments set status = 'due';
    alter table cold.payments
      drop constraint payments_status_check, drop constraint payments_belong_somewhere,
      drop constraint payments_refund_what_was_paid,
      drop checkout_id, drop currency, drop provider, drop charge_id, drop reference, drop refunded, drop paid_at,
      drop updated_at, alter order_id set not null,
      add constraint payments_status_check check (status in ('due'));
    drop trigger order_total_is_sum_of_parts on cold.orders;
    drop trigger order_total_is_sum_of_parts on cold.order_item;
    drop table cold.order_charge, cold.order_adjustment, cold.order_event;
    drop function cold.hold_order_sum(), cold.hold_adjusted_sum();
    drop table cold.coupon_redemption, cold.coupon;
    drop table cold.order_contact, cold.customer_contact, cold.slot_booking, cold.pickup_slot, cold.dining_table,
      cold.delivery_zone;
    alter table warm.checkouts drop quote;
    alter table hot.session_checkout drop quote;
    alter table hot.session_state drop order_type, drop fulfilment, drop coupon_code;
    """)
    run_sql("""
    -- Nobody cooks what was called off, or carries what is under way, once nothing else tells of it.
    update cold.orders set total_amount = subtotal, status = case
      when status = 'out_for_delivery' then 'ready' when status in ('rejected', 'cancelled') then 'completed' else status end;
    update cold.orders o set order_no = n.order_no
    from (select tenant_id, order_id, row_number() over (partition by tenant_id order by created_at, order_no) as order_no
          from cold.orders) n
    where n.tenant_id = o.tenant_id and n.order_id = o.order_id;
    alter table cold.orders
      drop constraint orders_status_check, drop constraint orders_number_of_a_day,
      drop order_day, drop subtotal, drop ready_at, drop table_no, drop zone_id, drop event_seq,
      add constraint orders_status_check check (status in ('placed', 'accepted', 'preparing', 'ready', 'completed')),
      add constraint orders_tenant_id_order_no_key unique (tenant_id, order_no);
    delete from cold.order_counter;
    alter table cold.order_counter drop constraint order_counter_pkey, drop order_day, add primary key (tenant_id);
    insert into cold.order_counter select tenant_id, max(order_no) from cold.orders group by tenant_id;
    create function cold.hold_order_total() returns trigger
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      perform set_config('app.tenant_id', new.tenant_id::text, true);
      if (select total_amount from cold.orders where tenant_id = new.tenant_id and order_id = new.order_id)
         is distinct from
         (select sum(subtotal) from cold.order_item where tenant_id = new.tenant_id and order_id = new.order_id)
      then
        raise exception 'order % of tenant %: the total is not the sum of its lines', new.order_id, new.tenant_id
          using errcode = 'check_violation';
      end if;
      return null;
    end
    $$;
    create constraint trigger order_total_is_sum_of_lines after insert or update on cold.orders
      deferrable initially deferred for each row execute function cold.hold_order_total();
    create constraint trigger order_total_is_sum_of_lines after insert or update on cold.order_item
      deferrable initially deferred for each row execute function cold.hold_order_total();
    drop table cold.order_rule, cold.fee, cold.tax_part;
    update cold.tenants t set default_order_type_id = (
      select min(x.order_type_id) from cold.tenant_order_type x where x.tenant_id = t.tenant_id)
    where t.default_order_type_id is null;
    alter table cold.tenants
      alter default_order_type_id set not null,
      drop prices_include_tax, drop default_tax_class, drop rounding, drop prep_minutes, drop slot_minutes,
      drop slot_capacity, drop cancel_until, drop legal_name, drop tax_number, drop address, drop receipt_prefix,
      drop upi_id, drop payment_provider_token;
    """)
    fence_off_owner(True)
