"""Running the shop in chat: rooms and who may do what in them, tabs, ingredients, the universal ledger."""

from db.migrations.rules import tenant_table
from db.migrations.run_sql import run_sql

revision = "0009"
down_revision = "0008"

RIGHTS = {
    "cold.staff_invite": "select, insert, update",
    "cold.room": "select, insert, update",
    "cold.person_seen": "select, insert, update, delete",
    "cold.tab": "select, insert, update",
    "cold.tab_guest": "select, insert, delete",
    "cold.tab_bill": "select, insert, update",
    "cold.tab_bill_line": "select, insert",
    "cold.ingredient": "select, insert, update",
    "cold.recipe": "select",
    "cold.order_item_ingredient": "select, insert",
    "cold.review": "select, insert, update",
    "cold.orevents": "select, insert",
}

ROOMS = """
alter table cold.staff_member drop constraint staff_member_role_check,
  add constraint staff_member_role_check
    check (role in ('owner', 'manager', 'kitchen', 'counter', 'waiter', 'inventory', 'rider'));
grant insert, update (revoked_by, revoked_at) on cold.staff_member to hotcart_api;
alter table cold.staff_event alter member_id drop not null;
comment on column cold.staff_event.member_id is 'Null: nobody of the staff has done it, such as taking the bot out of a group.';

create table cold.staff_invite (
  tenant_id uuid not null references cold.tenants,
  invite_id uuid not null default gen_random_uuid(),
  code_hash bytea not null check (length(code_hash) = 32),
  role text not null check (role in ('owner', 'manager', 'kitchen', 'counter', 'waiter', 'inventory', 'rider')),
  invited_by text not null check (length(invited_by) between 1 and 128),
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  used_by text check (length(used_by) between 1 and 128),
  used_at timestamptz,
  primary key (tenant_id, invite_id),
  unique (tenant_id, code_hash),
  check ((used_by is null) = (used_at is null))
);
comment on table cold.staff_invite is 'One-time codes by which somebody joins the staff. Only their SHA-256 is kept.';

create table cold.room (
  tenant_id uuid not null references cold.tenants,
  room_id uuid not null default gen_random_uuid(),
  channel text not null check (length(channel) between 1 and 20),
  chat text not null check (length(chat) between 1 and 64),
  kind text not null check (kind in ('kitchen', 'counter', 'inventory', 'riders', 'owner')),
  stations text[] not null default '{}',
  alerts text[],
  bound_by text not null check (length(bound_by) between 1 and 128),
  bound_at timestamptz not null,
  unbound_by text check (length(unbound_by) between 1 and 128),
  unbound_at timestamptz,
  board_bot bigint,
  board_message bigint,
  lost_at timestamptz,
  primary key (tenant_id, room_id),
  check ((unbound_by is null) = (unbound_at is null))
);
create unique index room_bound on cold.room (tenant_id, channel, chat) where unbound_at is null;
comment on table cold.room is
  'Topics of groups that are rooms of the shop. Binding one again, or ending it, is another row; none is ever deleted.';
comment on column cold.room.chat is 'A group, or group/topic: "-100123/45".';
comment on column cold.room.stations is 'Categories of the menu that are cooked here; none: all of them.';
comment on column cold.room.alerts is 'What it is told of by itself; null: what is usual for its kind.';
comment on column cold.room.lost_at is 'Since when it cannot be reached, which the other rooms were told; null: it can.';
comment on column cold.room.board_message is 'The message that shows what is open, edited as it goes.';

create table cold.person_seen (
  tenant_id uuid not null references cold.tenants,
  channel text not null check (length(channel) between 1 and 20),
  sender text not null check (length(sender) between 1 and 64),
  username text check (length(username) between 1 and 64),
  name text check (length(name) <= 128),
  seen_at timestamptz not null,
  primary key (tenant_id, channel, sender)
);
create index person_seen_by_username on cold.person_seen (tenant_id, channel, lower(username));
comment on table cold.person_seen is
  'Who has written in a room of the shop: a name is no proof, so "@asha" is looked up among verified user ids.';

alter table cold.tenants
  add accept_minutes smallint default 5 check (accept_minutes between 1 and 120);
comment on column cold.tenants.accept_minutes is
  'An order nobody has accepted for so long is called out, and once more so long later to its customer; null: never.';

alter table cold.outbox add lane text not null default '' check (length(lane) <= 128);
comment on column cold.outbox.lane is 'Notices of one chat are told in order within a lane; lanes do not wait for each other.';
drop index cold.outbox_leased, cold.outbox_of_chat;
create index outbox_leased on cold.outbox (tenant_id, channel, chat, lane) where status = 'new' and lease_token is not null;
create index outbox_of_chat on cold.outbox (tenant_id, channel, chat, lane, position) where status = 'new';
alter table cold.order_message add event_seq integer;
comment on column cold.order_message.event_seq is
  'How far the order had come when the message was new: what happened up to then was in it from the start.';
create index orders_open on cold.orders (tenant_id, created_at)
  where status in ('placed', 'accepted', 'preparing', 'ready', 'out_for_delivery');
"""

TABS = """
create table cold.tab (
  tenant_id uuid not null references cold.tenants,
  tab_id uuid not null default gen_random_uuid(),
  table_no text not null check (length(table_no) between 1 and 20),
  opened_by text not null check (length(opened_by) between 1 and 128),
  opened_at timestamptz not null,
  closed_by text check (length(closed_by) between 1 and 128),
  closed_at timestamptz,
  merged_into uuid,
  primary key (tenant_id, tab_id),
  foreign key (tenant_id, merged_into) references cold.tab,
  check ((closed_by is null) = (closed_at is null)),
  check (merged_into is null or closed_at is not null)
);
create unique index tab_open on cold.tab (tenant_id, table_no) where closed_at is null;
create index tab_merged on cold.tab (tenant_id, merged_into) where merged_into is not null;
comment on table cold.tab is 'What a table has from sitting down to paying. Its rounds are orders.';

create table cold.tab_guest (
  tenant_id uuid not null,
  tab_id uuid not null,
  session_id text not null,
  name text check (length(name) <= 128),
  joined_at timestamptz not null,
  primary key (tenant_id, tab_id, session_id),
  foreign key (tenant_id, tab_id) references cold.tab,
  foreign key (tenant_id, session_id) references cold.sessions
);
comment on table cold.tab_guest is 'Who sits at it: guests see the tab they have joined and no other.';

create table cold.tab_bill (
  tenant_id uuid not null,
  tab_id uuid not null,
  bill_no smallint not null check (bill_no between 1 and 9999),
  split text not null check (split in ('whole', 'line', 'guest', 'equal')),
  label text not null check (length(label) between 1 and 128),
  amount numeric(12,2) not null check (amount between 0 and 999999999),
  made_at timestamptz not null,
  void_at timestamptz,
  primary key (tenant_id, tab_id, bill_no),
  foreign key (tenant_id, tab_id) references cold.tab
);
comment on table cold.tab_bill is 'Parts a tab is paid in; those that are not void come to what the tab comes to.';

create table cold.tab_bill_line (
  tenant_id uuid not null,
  tab_id uuid not null,
  bill_no smallint not null,
  order_id uuid not null,
  line_no integer not null,
  amount numeric(12,2) not null check (amount between 0 and 999999999),
  primary key (tenant_id, tab_id, bill_no, order_id, line_no),
  foreign key (tenant_id, tab_id, bill_no) references cold.tab_bill
);

alter table cold.orders add tab_id uuid, add foreign key (tenant_id, tab_id) references cold.tab;
create index orders_of_tab on cold.orders (tenant_id, tab_id) where tab_id is not null;
alter table cold.order_item add asked_by text check (length(asked_by) <= 128);
comment on column cold.order_item.asked_by is 'Who at the table asked for it.';
alter table cold.payments
  add tab_id uuid, add bill_no smallint,
  add foreign key (tenant_id, tab_id, bill_no) references cold.tab_bill,
  drop constraint payments_belong_somewhere,
  add constraint payments_belong_somewhere
    check (coalesce(order_id, checkout_id, tab_id) is not null or charge_id is not null);
create index payments_of_tab on cold.payments (tenant_id, tab_id) where tab_id is not null;
"""

STOCK = """
alter table cold.menu_item_stock add low_at integer check (low_at between 0 and 1000000);
comment on column cold.menu_item_stock.low_at is 'The shop is told once when fewer are left; null: never.';
grant update (low_at) on cold.menu_item_stock to hotcart_api;

create table cold.ingredient (
  tenant_id uuid not null references cold.tenants,
  ingredient_id text not null check (length(ingredient_id) between 1 and 64),
  name text not null check (length(name) between 1 and 80),
  unit text not null check (length(unit) between 1 and 12),
  quantity numeric(14,3) not null check (quantity between 0 and 1000000000),
  low_at numeric(14,3) check (low_at between 0 and 1000000000),
  is_removed boolean not null default false,
  primary key (tenant_id, ingredient_id)
);
comment on table cold.ingredient is 'What is counted beneath the dishes: milk feeds coffee and tea.';

create table cold.recipe (
  tenant_id uuid not null,
  item_id text not null,
  ingredient_id text not null,
  amount numeric(14,3) not null check (amount between 0.001 and 1000000),
  primary key (tenant_id, item_id, ingredient_id),
  foreign key (tenant_id, item_id) references cold.menu_item,
  foreign key (tenant_id, ingredient_id) references cold.ingredient
);
comment on table cold.recipe is 'What one piece of a dish takes, in the unit of the ingredient.';
create index recipe_of_ingredient on cold.recipe (tenant_id, ingredient_id);

create table cold.order_item_ingredient (
  tenant_id uuid not null,
  order_id uuid not null,
  line_no integer not null,
  ingredient_id text not null,
  amount numeric(14,3) not null check (amount between 0.001 and 1000000),
  primary key (tenant_id, order_id, line_no, ingredient_id),
  foreign key (tenant_id, order_id, line_no) references cold.order_item,
  foreign key (tenant_id, ingredient_id) references cold.ingredient
);
comment on table cold.order_item_ingredient is
  'What one piece of a line has taken: so much goes back, whatever the recipe says by then.';

create table cold.review (
  tenant_id uuid not null,
  order_id uuid not null,
  stars smallint not null check (stars between 1 and 5),
  words text check (length(words) between 1 and 500),
  at timestamptz not null,
  primary key (tenant_id, order_id),
  foreign key (tenant_id, order_id) references cold.orders
);
grant update (price) on cold.menu_item to hotcart_api;
"""

LEDGER = """
create table cold.opcode (
  opcode smallint primary key check (opcode between 100 and 999),
  name text not null unique
);
insert into cold.opcode values
  (100, 'CREATED'), (110, 'CHANGED'), (120, 'REMOVED'),
  (200, 'ACCEPTED'), (210, 'PREPARING'), (220, 'READY'), (230, 'OUT_FOR_DELIVERY'), (240, 'COMPLETED'),
  (250, 'REJECTED'), (260, 'CANCELLED'), (270, 'RATED'),
  (300, 'PAID'), (310, 'REFUNDED'),
  (400, 'STOCK_SET'), (410, 'STOCK_ADDED'), (420, 'MADE_UNAVAILABLE'), (430, 'MADE_AVAILABLE'), (440, 'PRICE_SET'),
  (450, 'LOW_MARK_SET'),
  (500, 'TAB_OPENED'), (510, 'TAB_MOVED'), (520, 'TAB_MERGED'), (530, 'TAB_SPLIT'), (540, 'TAB_CLOSED'),
  (600, 'STAFF_ADDED'), (610, 'STAFF_REMOVED'), (620, 'ROOM_BOUND'), (630, 'ROOM_UNBOUND'), (640, 'ALERTS_SET'),
  (900, 'TAKEN_BACK');
grant select on cold.opcode to hotcart_api;
comment on table cold.opcode is 'What a row of the universal ledger can say was done.';

create table cold.orevents (
  tenant_id uuid not null references cold.tenants,
  id uuid not null default gen_random_uuid(),
  actorid text not null check (length(actorid) between 1 and 128),
  targetid text not null check (length(targetid) between 1 and 128),
  nodeid text not null check (length(nodeid) between 1 and 128),
  opcode smallint not null references cold.opcode,
  qty integer not null default 0,
  payload jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index orevents_by_time on cold.orevents (tenant_id, created_at);
comment on table cold.orevents is 'The universal ledger: who (actorid) did what (opcode) where (targetid: a table, an order) with what (nodeid).';
"""


def upgrade() -> None:
    """Add rooms, tabs, ingredients and the universal ledger."""
    for part in (ROOMS, TABS, STOCK, LEDGER):
        run_sql(part)
    for table, rights in RIGHTS.items():
        tenant_table(table, api=rights)


def downgrade() -> None:
    """Drop them again, dependents first."""
    run_sql("""
    drop table cold.orevents, cold.opcode, cold.review, cold.order_item_ingredient, cold.recipe, cold.ingredient;
    revoke update (price) on cold.menu_item from hotcart_api;
    alter table cold.menu_item_stock drop low_at;
    drop index cold.payments_of_tab;
    alter table cold.payments no force row level security;
    delete from cold.payments where order_id is null and checkout_id is null and charge_id is null;
    alter table cold.payments
      drop constraint payments_belong_somewhere, drop tab_id, drop bill_no,
      add constraint payments_belong_somewhere check (coalesce(order_id, checkout_id) is not null or charge_id is not null);
    alter table cold.payments force row level security;
    alter table cold.order_item drop asked_by;
    drop index cold.orders_of_tab;
    alter table cold.orders drop tab_id;
    drop table cold.tab_bill_line, cold.tab_bill, cold.tab_guest, cold.tab;
    drop index cold.outbox_leased, cold.outbox_of_chat;
    alter table cold.outbox drop lane;
    drop index cold.orders_open;
    alter table cold.order_message drop event_seq;
    create index outbox_leased on cold.outbox (tenant_id, channel, chat) where status = 'new' and lease_token is not null;
    create index outbox_of_chat on cold.outbox (tenant_id, channel, chat, position) where status = 'new';
    alter table cold.tenants drop accept_minutes;
    drop table cold.person_seen, cold.room, cold.staff_invite;
    revoke insert, update (revoked_by, revoked_at) on cold.staff_member from hotcart_api;
    alter table cold.staff_event no force row level security;
    delete from cold.staff_event where member_id is null;
    alter table cold.staff_event alter member_id set not null, force row level security;
    alter table cold.staff_member no force row level security;
    update cold.staff_member set role = 'counter' where role = 'rider';
    alter table cold.staff_member drop constraint staff_member_role_check,
      add constraint staff_member_role_check
        check (role in ('owner', 'manager', 'kitchen', 'counter', 'waiter', 'inventory'));
    alter table cold.staff_member force row level security;
    """)
